import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const flags = [
  ...['--headless=new', '--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'],
  ...['--autoplay-policy=no-user-gesture-required', '--hide-scrollbars', '--remote-debugging-port=0'],
]
type Params = Record<string, unknown>
type Answer = Record<string, never>

/**
 * Chromium over its own protocol, with nothing switched on that was not asked for. Playwright turns on the network domain of every page,
 * whose agent keeps the body of every answer in the page's process, clips too: a figure of memory taken through it is Playwright's as well.
 */
export class BareBrowser {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #socket: WebSocket
  #last = 0
  readonly #waiting = new Map<number, { done: (answer: Answer) => void; failed: (error: Error) => void }>()
  readonly #heard = new Map<string, (params: Answer) => void>()

  private constructor(process: ChildProcess, folder: string, socket: WebSocket) {
    this.#process = process
    this.#folder = folder
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const { id, method, params, result, error } = JSON.parse(String(data))
      const asked = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) asked?.failed(new Error(`${error.message} ${error.data ?? ''}`))
      else if (asked) asked.done(result)
      else {
        const run = this.#heard.get(method)
        this.#heard.delete(method)
        run?.(params)
      }
    })
  }

  static async open(): Promise<BareBrowser> {
    const program = programs.find(existsSync)
    if (!program) throw new Error('Chromium is missing: sudo apt-get install chromium')
    const folder = mkdtempSync(join(tmpdir(), 'enishi-browser-'))
    const child = spawn(program, [...flags, `--user-data-dir=${folder}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
    const address = await new Promise<string>((done, failed) => {
      let said = ''
      child.stderr?.on('data', chunk => {
        said += chunk
        const found = /DevTools listening on (\S+)/.exec(said)?.[1]
        if (found) done(found)
      })
      child.once('exit', () => failed(new Error(said)))
    })
    const socket = new WebSocket(address)
    await new Promise(open => socket.addEventListener('open', open, { once: true }))
    return new BareBrowser(child, folder, socket)
  }

  /** To the browser, or to a page by its session. */
  send<T = Answer>(method: string, params: Params = {}, sessionId?: string): Promise<T> {
    const id = ++this.#last
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }))
    return new Promise((done, failed) => this.#waiting.set(id, { done: done as (answer: Answer) => void, failed }))
  }
  /** The next event of this name. */
  next<T = Answer>(event: string): Promise<T> {
    return new Promise(done => this.#heard.set(event, done as (params: Answer) => void))
  }

  on<T>(event: string, run: (params: T) => void): void {
    const again = (params: T) => {
      this.on(event, run)
      run(params)
    }
    this.#heard.set(event, again as (params: Answer) => void)
  }

  /** A phone's page, with this script before its own. */
  async phone(url: string, script: string): Promise<BarePage> {
    const { targetId } = await this.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
    const page = new BarePage(this, sessionId)
    await page.send('Emulation.setDeviceMetricsOverride', { width: 390, height: 844, deviceScaleFactor: 1, mobile: true })
    await page.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await page.send('Page.enable')
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: script })
    await page.send('Page.navigate', { url })
    return page
  }

  async close(): Promise<void> {
    const ended = new Promise(done => this.#process.once('exit', done))
    await this.send('Browser.close').catch(() => undefined)
    await ended
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export class BarePage {
  readonly #browser: BareBrowser
  readonly #session: string
  constructor(browser: BareBrowser, session: string) {
    this.#browser = browser
    this.#session = session
  }
  send<T = Answer>(method: string, params: Params = {}): Promise<T> {
    return this.#browser.send<T>(method, params, this.#session)
  }
  async evaluate<T>(expression: string): Promise<T> {
    const { result } = await this.send<{ result: { value: T } }>('Runtime.evaluate', { expression, returnByValue: true })
    return result.value
  }
  async press(key: string, windowsVirtualKeyCode: number): Promise<void> {
    for (const type of ['rawKeyDown', 'keyUp'])
      await this.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode })
  }
}
