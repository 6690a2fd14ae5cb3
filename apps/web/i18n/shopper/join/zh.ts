import type { Table } from '../../core.ts'
import type en from './en.ts'

export default {
  title: '邀请',
  ask: (shop: string) => `“${shop}”邀请你加入店铺`,
  roles: { owner: '作为店主：可使用全部功能，包括设置和人员管理。', staff: '作为店员：可处理订单、商品、评价和内容。' },
  address: (email: string) => `此邀请发给 ${email}。`,
  until: (day: string) => `有效期至 ${day}。`,
  join: '加入店铺',
  signInFirst: '请用该邮箱登录或注册，之后会回到这里。',
  signIn: '登录',
  signUp: '注册',
  other: (email: string) => `你当前以 ${email} 登录，而此邀请发给另一个邮箱。`,
  signOut: '退出登录',
  gone: '无法打开此邀请',
  home: '回到首页',
} satisfies Table<typeof en>
