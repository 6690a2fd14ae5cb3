import './shopper.css'
import { pictureShown } from './first-picture.ts'

// The app is on its way already (the server's page asks for it); reading it waits for the picture, which needs no code.
void pictureShown().then(() => import('./app.tsx'))
