import { useState } from 'react'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Button, Field } from '../../ui/core/index.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly fresh?: boolean
  readonly wrong?: string | null
}
export function PasswordField({ label, value, onChange, fresh, wrong }: Props) {
  const t = useMore().account
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <Field
        label={label}
        type={shown ? 'text' : 'password'}
        name="password"
        autoComplete={fresh ? 'new-password' : 'current-password'}
        hint={fresh ? t.passwordHint : undefined}
        maxLength={200}
        value={value}
        onChange={event => onChange(event.target.value)}
        wrong={wrong ?? null}
      />
      <Button kind="quiet" className="absolute end-1 top-[28px]" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? t.hide : t.show}
      </Button>
    </div>
  )
}
