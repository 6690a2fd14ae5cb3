// Prints the OpenAPI document from the route tables and makes the web's typed client types from it. `--check` proves both fresh.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const root = fileURLToPath(new URL('../../', import.meta.url))
const document = execFileSync(`${root}node_modules/.bin/node`, [`${root}apps/server/openapi.ts`], {
  encoding: 'utf8',
  maxBuffer: 64 << 20,
})
const types = `// Made by tools/openapi/generate.mjs from the route tables; npm run client makes it anew.\n${astToString(await openapiTS(JSON.parse(document)))}`
const files = [
  [`${root}apps/web/client/openapi.json`, document],
  [`${root}apps/web/client/schema.d.ts`, types],
]
if (process.argv.includes('--check')) {
  const stale = files.filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => path.replace(root, ''))
  if (stale.length > 0) {
    console.error(`stale: ${stale.join(', ')}; run npm run client`)
    process.exit(1)
  }
} else for (const [path, text] of files) writeFileSync(path, text)
