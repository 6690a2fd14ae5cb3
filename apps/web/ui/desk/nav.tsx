import { Link as TypedLink, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ComponentType } from 'react'

export type Search = Readonly<Record<string, string | number | undefined>>
interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string
  readonly params?: Readonly<Record<string, string>>
  readonly search?: Search
  readonly activeOptions?: { readonly exact?: boolean; readonly includeSearch?: boolean }
}
/** TanStack's types know one router in a program, the shopper's; the desk apps name their routes through these. */
export const Link = TypedLink as unknown as ComponentType<LinkProps>

type Go = (to: { to: string; params?: Readonly<Record<string, string>>; search?: Search; replace?: boolean }) => Promise<void>
export const useGo = (): Go => useNavigate() as unknown as Go

/** The search words of the address, as texts. */
export function useWords(): Readonly<Record<string, string | undefined>> {
  const { search } = useLocation()
  return Object.fromEntries(Object.entries(search).map(([k, v]) => [k, v === undefined ? undefined : String(v)]))
}
export const useParam = (name: string): string =>
  (useParams({ strict: false }) as Readonly<Record<string, string | undefined>>)[name] ?? ''
