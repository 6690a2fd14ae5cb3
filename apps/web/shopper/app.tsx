import { mount } from '../client/mount.tsx'
import '../i18n/shared/index.ts'
import '../i18n/shopper/index.ts'
import { applyTheme, usePrefs } from './prefs.ts'
import { router } from './router.tsx'
import { revealFocus } from './shell/focus.ts'

applyTheme(usePrefs.getState())
usePrefs.subscribe(applyTheme)
revealFocus()
await mount(router)
