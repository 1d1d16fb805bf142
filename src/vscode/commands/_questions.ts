import * as vscode from 'vscode';

const { window } = vscode;

/** What came of a question: an answer, a step back to the question before, or nothing because somebody escaped. */
export type Answer<T> = { readonly is: T } | 'back' | 'stop';

/** Where a question stands among the others. `back` is false for the first. */
export interface Place {
  readonly step: number;
  readonly back: boolean;
}

/** Shows a question until it is answered; a window that loses its focus does not close it. */
function shown<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { step, back }: Place,
  listen: (answer: (is: T) => void) => vscode.Disposable,
): Promise<Answer<T>> {
  input.step = step;
  input.ignoreFocusOut = true;
  if (back) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const done = (answer: Answer<T>): void => {
      listening.dispose();
      resolve(answer);
      input.dispose();
    };
    const listening = vscode.Disposable.from(
      listen((is) => done({ is })),
      input.onDidTriggerButton(() => done('back')),
      input.onDidHide(() => done('stop')),
    );
    input.show();
  });
}

export function choose<T>(
  place: Place,
  question: {
    readonly title: string;
    readonly placeholder: string;
    readonly items: readonly (vscode.QuickPickItem & { readonly value: T })[];
    /** The one that is marked at first. */
    readonly active?: T | undefined;
  },
): Promise<Answer<T>> {
  const pick = window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>();
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.matchOnDetail = true;
  pick.items = question.items;
  const active = question.items.find(({ value }) => question.active !== undefined && value === question.active);
  if (active) pick.activeItems = [active];
  return shown<T>(pick, place, (answer) =>
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) answer(chosen.value);
    }),
  );
}

export function write(
  place: Place,
  question: {
    readonly title: string;
    readonly prompt: string;
    readonly value?: string | undefined;
    /** What is wrong with an answer; null where nothing is. */
    readonly problem?: (value: string) => string | null;
  },
): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.title = question.title;
  box.prompt = question.prompt;
  box.value = question.value ?? '';
  const check = (): boolean => {
    const problem = question.problem?.(box.value) ?? null;
    box.validationMessage = problem ?? '';
    return problem === null;
  };
  return shown<string>(box, place, (answer) =>
    vscode.Disposable.from(
      // While somebody types, only what was complained of is looked at again.
      box.onDidChangeValue(() => {
        if (box.validationMessage) check();
      }),
      box.onDidAccept(() => {
        if (check()) answer(box.value);
      }),
    ),
  );
}

export interface Step {
  /** Whether the question is asked, by what was answered before. */
  readonly wanted: () => boolean;
  /** Asks and keeps the answer. */
  readonly ask: (place: Place) => Promise<'next' | 'back' | 'stop'>;
}

/** One question after the other; Back leads to the one before. False when somebody escaped. */
export async function inTurn(steps: readonly Step[]): Promise<boolean> {
  const before: number[] = [];
  for (let at = 0; at < steps.length;) {
    const step = steps[at]!;
    if (!step.wanted()) {
      at++;
      continue;
    }
    const came = await step.ask({ step: before.length + 1, back: before.length > 0 });
    if (came === 'stop') return false;
    if (came === 'back') at = before.pop() ?? 0;
    else {
      before.push(at);
      at++;
    }
  }
  return true;
}

/** Keeps the answer to a question, if there is one. */
export function kept<T>(answer: Answer<T>, keep: (is: T) => void): 'next' | 'back' | 'stop' {
  if (typeof answer === 'string') return answer;
  keep(answer.is);
  return 'next';
}
