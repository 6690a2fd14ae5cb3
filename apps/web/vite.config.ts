import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { groups } from './chunks.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Writes `.br` and `.gz` beside every text asset; the server sends them as they are. */
function compressed(): Plugin {
  let folder = ''
  return {
    name: 'enishi:compressed',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir, config.build.assetsDir)
    },
    closeBundle() {
      for (const file of readdirSync(folder)) {
        if (!/\.(js|css|svg)$/.test(file)) continue
        const path = join(folder, file)
        const bytes = readFileSync(path)
        writeFileSync(`${path}.br`, brotliCompressSync(bytes))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

/** /studio/* and /console/* have pages of their own; everything else is the shopper's. The server does the same. */
function entries(): Plugin {
  return {
    name: 'enishi:entries',
    configureServer(server) {
      server.middlewares.use((request, _reply, next) => {
        const page = /^\/(studio|console)(\/[^.]*)?(\?.*)?$/.exec(request.url ?? '')
        if (page) request.url = `/${page[1]}.html`
        next()
      })
    },
  }
}

const api = process.env.ENISHI_API ?? 'http://localhost:3000'
/** The API takes cookies from its own origin only; under `vite dev` the proxy speaks for it. */
const toApi = { target: api, changeOrigin: true, headers: { origin: api } }

export default defineConfig({
  root: here('.'),
  // The one engine that the web shares with the server (decision 0018).
  resolve: { alias: { '#engines/edit': here('../../engines/edit/index.ts') } },
  plugins: [react(), tailwindcss(), entries(), compressed()],
  server: { port: 5173, proxy: { '/v1': toApi, '/media': toApi } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'safari17.5', 'firefox128'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: here('./index.html'), studio: here('./studio.html'), console: here('./console.html') },
      output: { codeSplitting: { groups } },
    },
  },
})
