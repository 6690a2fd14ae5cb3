import { settings } from '#base/config'

/** docs/configuration.md, from the table of settings; a test proves that the file is fresh. */
export function settingsPage(): string {
  const rows = Object.entries(settings).map(
    ([key, s]) => `| ${key} | \`${s.env}\` | ${s.fallback === null ? '–' : `\`${s.fallback}\``} | ${s.about} |`,
  )
  return [
    '# Settings',
    '',
    'From the environment, else from `enishi.config.json` (keys of the first column) in the folder of the project, else the default. Made from base/config/settings.ts by `node tools/print-settings.ts > docs/configuration.md`.',
    '',
    '| key | environment | default | |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
if (import.meta.main) process.stdout.write(settingsPage())
