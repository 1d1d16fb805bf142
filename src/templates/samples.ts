/** The sample documents of `examples/`, which the extension carries; a web host cannot list a folder of the extension. */
export const SAMPLE_FILES: readonly string[] = [
  'README.md',
  'meetings/kestrelshire-engagement-meeting-2026.md',
  'plans/exampleshire-strategic-plan-2026.md',
  'plans/marrowdale-local-send-reform-plan-2026.md',
  'plans/thornmere-priority-action-plan-2026.md',
  'reports/exampleshire-2026.md',
  'reports/kestrelshire-2025.md',
  'reports/thornmere-2026.md',
  'reports/wrenborough-monitoring-2026.md',
  'with-slips/README.md',
  'with-slips/exampleshire-plan.md',
  'with-slips/exampleshire-report.md',
];
