import { serverCommand } from './backup.ts'
import { qualityCommand } from './evaluate/quality.ts'
import { replayCommand } from './evaluate/replay/replay.ts'

type Command = (args: string[], env: NodeJS.ProcessEnv) => Promise<number>
/** Words of the command line → what runs. Each answers with the exit code. */
const commands: Readonly<Record<string, { readonly run: Command; readonly usage: string }>> = {
  backup: {
    run: (args, env) => serverCommand('backup', args, env),
    usage: 'enishi backup --to FILE|DIR [--json]     the whole platform in one file; a server may run meanwhile',
  },
  restore: {
    run: (args, env) => serverCommand('restore', args, env),
    usage: 'enishi restore --from FILE --to DIR|DATABASE_URL [--json]     a backup into an empty folder and database',
  },
  'evaluate quality': {
    run: qualityCommand,
    usage: 'enishi evaluate quality --data DIR [--seed N] [--json]     how well the recommender does on a folder of data',
  },
  'evaluate replay': {
    run: replayCommand,
    usage:
      'enishi evaluate replay --data DIR [--url URL --keys FILE] [--limit N] [--people N] [--predictions FILE] [--json]     an impression log through the public HTTP API',
  },
}

const words = process.argv.slice(2)
const name = Object.keys(commands).find(c => c.split(' ').every((w, i) => words[i] === w))
if (name) process.exitCode = await (commands[name] as { run: Command }).run(words.slice(name.split(' ').length), process.env)
else {
  console.error(`enishi: ${words.length > 0 ? `there is no command "${words.slice(0, 2).join(' ')}"` : 'which command?'}\n`)
  for (const { usage } of Object.values(commands)) console.error(`  ${usage}`)
  process.exitCode = 2
}
