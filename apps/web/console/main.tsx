import './console.css'
import { mount } from '../client/mount.tsx'
import '../i18n/shared/index.ts'
import '../i18n/desk/index.ts'
import '../i18n/console/index.ts'
import { applyTheme, stored, type Theme } from '../ui/desk/index.ts'
import { router } from './router.tsx'

applyTheme(stored('enishi.console.theme', 'dark') as Theme)
await mount(router)
