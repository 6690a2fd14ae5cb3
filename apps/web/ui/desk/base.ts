/** Base UI comes into the desk apps through this file alone. */
export { Dialog } from '@base-ui/react/dialog'
export { Menu } from '@base-ui/react/menu'
export { Tooltip } from '@base-ui/react/tooltip'
