import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraph, picture, pictureAt, run, styled, table, wordFile } from '../convert/_office.js';
import { areaSend, inFolder } from './_run.js';

const report = wordFile({
  body: [
    styled('Heading1', 'Area SEND inspection of Draftham Local Area Partnership'),
    paragraph('Inspection dates: 9 to 13 February 2026'),
    styled('Heading2', 'Inspection outcome'),
    paragraph('Leaders and the the partnership work together.'),
    paragraph(`<w:ins w:author="A">${run('They know what to do.')}</w:ins>`),
  ].join(''),
});

describe('area-send import', () => {
  it('writes Markdown beside each file, names what was not carried over, and goes on after a broken one', async () => {
    await inFolder({}, async (folder) => {
      writeFileSync(join(folder, 'report.docx'), report);
      writeFileSync(join(folder, 'broken.docx'), report.subarray(0, 300));
      const { status, out, err } = await areaSend(folder, 'import', 'broken.docx', 'report.docx');
      assert.equal(status, 2);
      assert.match(err, /^area-send: broken\.docx: This file is damaged[^\n]+\n$/);
      assert.match(out, /^report\.docx → report\.md\n {2}the whole document: The document has tracked changes \(1 insertion\)/);
      assert.match(
        readFileSync(join(folder, 'report.md'), 'utf8'),
        /^# Area SEND inspection of Draftham Local Area Partnership\n\nInspection/,
      );
    });
  });

  it('writes pictures into a folder beside the Markdown, which names them there', async () => {
    const pictured = wordFile({
      body: [styled('Heading1', 'Plan'), paragraph(picture('a', 'A chart of waits')), paragraph(picture('b', 'Gone'))].join(''),
      links: pictureAt('a', 'media/image1.png') + pictureAt('b', 'media/none.png'),
      files: { 'word/media/image1.png': 'PNG' },
    });
    await inFolder({}, async (folder) => {
      writeFileSync(join(folder, 'plan.docx'), pictured);
      const { status, out } = await areaSend(folder, 'import', 'plan.docx', '--out', 'new');
      assert.equal(status, 0);
      assert.match(out, /^ {2}1 picture → new\/plan-pictures$/m);
      assert.equal(readFileSync(join(folder, 'new/plan-pictures/image1.png'), 'utf8'), 'PNG');
      assert.equal(
        readFileSync(join(folder, 'new/plan.md'), 'utf8'),
        '# Plan\n\n![A chart of waits](plan-pictures/image1.png)\n\n![Gone]()\n',
      );
      writeFileSync(join(folder, 'new/plan-pictures/image1.png'), 'mine');
      rmSync(join(folder, 'new/plan.md'));
      assert.match((await areaSend(folder, 'import', 'plan.docx', '--out', 'new')).err, /image1\.png is already there/);
      assert.equal(readFileSync(join(folder, 'new/plan-pictures/image1.png'), 'utf8'), 'mine');
      assert.equal(existsSync(join(folder, 'new/plan.md')), false);
    });
  });

  it('names the pictures of a web page where they are, and none on another computer', async () => {
    const page =
      '<h1>Plan</h1><p><img src="plan_files/a%20b.png" alt="A chart"></p><p><img src="https://tracker.invalid/p.png" alt="A map"></p>';
    await inFolder({ 'plan.html': page }, async (folder) => {
      await areaSend(folder, 'import', 'plan.html', '--out', 'new');
      assert.equal(readFileSync(join(folder, 'new/plan.md'), 'utf8'), '# Plan\n\n![A chart](../plan_files/a%20b.png)\n\n![A map]()\n');
    });
  });

  it('never replaces a file unless it is told to', async () => {
    await inFolder({ 'report.md': 'Mine.\n' }, async (folder) => {
      writeFileSync(join(folder, 'report.docx'), report);
      const kept = await areaSend(folder, 'import', 'report.docx');
      assert.equal(kept.status, 2);
      assert.match(kept.err, /report\.md is already there; choose another folder with --out, or give --force/);
      assert.equal(readFileSync(join(folder, 'report.md'), 'utf8'), 'Mine.\n');
      assert.equal((await areaSend(folder, 'import', 'report.docx', '--out', 'new/folder')).status, 0);
      assert.ok(existsSync(join(folder, 'new/folder/report.md')));
      assert.equal((await areaSend(folder, 'import', 'report.docx', '--force')).status, 0);
      assert.match(readFileSync(join(folder, 'report.md'), 'utf8'), /^# Area SEND/);
    });
  });

  it('prints what was read as JSON and writes nothing', async () => {
    await inFolder({}, async (folder) => {
      writeFileSync(join(folder, 'report.docx'), report);
      const { status, out } = await areaSend(folder, 'import', 'report.docx', '--format', 'json');
      assert.equal(status, 0);
      const { version, path, markdown, changes, comments, warnings } = JSON.parse(out);
      assert.deepEqual(
        { version, path, changes, comments },
        { version: 1, path: 'report.docx', changes: { insertions: 1, deletions: 0, moves: 0 }, comments: [] },
      );
      assert.match(markdown, /^# Area SEND/);
      assert.deepEqual(Object.keys(warnings[0]), ['code', 'what', 'where']);
      assert.equal(existsSync(join(folder, 'report.md')), false);
    });
  });

  it('says what a file is not', async () => {
    await inFolder({ 'notes.md': 'Notes.\n' }, async (folder) => {
      const { status, err } = await areaSend(folder, 'import', 'notes.md', '.', 'none.docx');
      assert.equal(status, 2);
      assert.equal(err.trim().split('\n').length, 3);
      assert.match(err, /notes\.md: this is no Word/);
      assert.match(err, /none\.docx: there is no such file/);
    });
  });

  it('checks a Word file itself, and tells places as headings, paragraphs and words', async () => {
    await inFolder({}, async (folder) => {
      writeFileSync(join(folder, 'report.docx'), report);
      const shown = await areaSend(folder, 'check', 'report.docx', '--today', '2026-11-23', '--no-cache');
      assert.match(shown.out, /under “Inspection outcome”, paragraph 4: “the the”|under “Inspection outcome”, paragraph 4: “the”/);
      assert.doesNotMatch(shown.out, /^ {2}\d+:\d+/m);
      const { out } = await areaSend(folder, 'check', 'report.docx', '--today', '2026-11-23', '--no-cache', '--format', 'json');
      const finding = JSON.parse(out).files[0].findings.find(({ rule }: { rule: string }) => rule === 'repeated-word');
      assert.deepEqual([finding.original.heading, finding.original.paragraph], ['Inspection outcome', 4]);
    });
  });
});

const answered = wordFile({
  body: [
    styled('Heading1', 'Area SEND inspection of Draftham Local Area Partnership'),
    paragraph('Inspection dates: 9 to 13 February 2026'),
    styled('Heading2', 'Inspection outcome'),
    paragraph(
      'There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children and young people with SEND, which the local area partnership must address urgently.',
    ),
    styled('Heading2', 'Areas for priority action'),
    table([
      ['Responsible body', 'Area for priority action'],
      ['Draftham Council', 'Leaders should publish a timetable.'],
    ]),
  ].join(''),
});

describe('a plan that names a Word file as its report', () => {
  it('is read from the file, and says where a date can be given that the file has no place for', async () => {
    const named = '---\ndocument: priority-action-plan\nrespondsTo: ../report.docx\n---\n\n# Draftham priority action plan\n\nText.\n';
    await inFolder({ 'plans/plan.md': named }, async (folder) => {
      writeFileSync(join(folder, 'report.docx'), answered);
      const coverage = await areaSend(folder, 'coverage', 'plans/plan.md');
      assert.match(coverage.out, /APA1 {2}Nobody answers this\n.*Leaders should publish a timetable/);
      const { out } = await areaSend(folder, 'deadlines', 'plans/plan.md', '--today', '2026-03-01');
      assert.match(out, /add report\.received to the front matter of a plan that names report\.docx in respondsTo/);
      writeFileSync(join(folder, 'plans/plan.md'), named.replace('---\n\n', 'report:\n  received: 2026-03-02\n---\n\n'));
      const dated = await areaSend(folder, 'deadlines', 'plans/plan.md', '--today', '2026-03-03');
      assert.match(dated.out, /Draftham: Submit the priority action plan, \d+ working days left/);
    });
  });
});

describe('places in a Word file', () => {
  const plan = wordFile({
    body: [
      styled('Heading1', 'Draftham SEND priority action plan'),
      paragraph('Area SEND inspection: 9 to 13 February 2026'),
      styled('Heading2', 'Area for priority action 1'),
      paragraph('Action 1: Publish the new timetable. Lead: Head of SEND. By 30 June 2026.'),
    ].join(''),
  });
  it('are told by heading, paragraph and words, never as lines of what was made of it', async () => {
    await inFolder({}, async (folder) => {
      writeFileSync(join(folder, 'report.docx'), answered);
      writeFileSync(join(folder, 'plan.docx'), plan);
      const facts = await areaSend(folder, 'facts', 'report.docx');
      assert.match(facts.out, /APA1, under “Areas for priority action”, paragraph 6/);
      const json = JSON.parse((await areaSend(folder, 'facts', 'report.docx', '--format', 'json')).out);
      const { heading, paragraph: at } = json[0].areasForPriorityAction[0].original;
      assert.deepEqual({ heading, at }, { heading: 'Areas for priority action', at: 6 });
      const deadlines = await areaSend(folder, 'deadlines', 'report.docx', '--today', '2026-03-01');
      assert.match(deadlines.out, /report\.docx, under “Area SEND inspection of Draftham.*”, paragraph 2: “Inspection dates: 9 to/);
      const [first] = JSON.parse((await areaSend(folder, 'deadlines', 'report.docx', '--today', '2026-03-01', '--format', 'json')).out);
      assert.equal(first.trigger.original.paragraph, 2);
      const coverage = await areaSend(folder, 'coverage', 'plan.docx', '--report', 'report.docx');
      assert.match(coverage.out, /plan\.docx, under “Area for priority action 1”, paragraph 4/);
      const page = await areaSend(folder, 'coverage', 'plan.docx', '--report', 'report.docx', '--format', 'html');
      assert.match(page.out, /under “Areas for priority action”, paragraph 6/);
      for (const { out } of [facts, deadlines, coverage, page]) assert.doesNotMatch(out, /docx:\d|\bline \d/);
    });
  });
});
