import './shopper.css'
import { pictureThenCode } from './first-picture.ts'

void pictureThenCode().then(() => import('./app.tsx'))
