import { useEffect, useRef, useState } from 'react'
import { limits } from '#engines/edit'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { X } from '../../ui/core/icons.tsx'
import { IconButton } from '../../ui/core/index.ts'
import { time } from './fields.tsx'

/**
 * What a browser records, best first: H.264 can be taken over as it is. Chromium's MP4 without a named codec holds VP9 of "level 0",
 * which its own decoder then refuses; so it comes last.
 */
const kinds = [
  'video/mp4;codecs=avc1.42E01F,mp4a.40.2',
  'video/mp4;codecs=avc1.42E01F,opus',
  'video/webm;codecs=vp8,opus',
  'video/webm',
  'video/mp4',
]

/** Records up to a minute with the camera. */
export function Recorder({ onClip, onClose }: { onClip: (file: File) => void; onClose: () => void }) {
  const t = useEdit()
  const view = useRef<HTMLVideoElement>(null)
  const { stream, denied } = useCamera()
  const [recorder, setRecorder] = useState<MediaRecorder | null>(null)
  const [at, setAt] = useState(0)
  useEffect(() => {
    if (view.current) view.current.srcObject = stream
  }, [stream])
  useEffect(() => {
    if (!recorder) return
    const began = performance.now()
    const timer = setInterval(() => {
      const now = performance.now() - began
      setAt(now)
      if (now >= limits.totalMs) recorder.stop()
    }, 100)
    return () => {
      clearInterval(timer)
      // Left while it runs: the camera goes off, and what was recorded is not wanted.
      recorder.onstop = null
    }
  }, [recorder])
  const start = () => {
    if (!stream) return
    const mimeType = kinds.find(k => MediaRecorder.isTypeSupported(k))
    const made = new MediaRecorder(stream, { ...(mimeType && { mimeType }), videoBitsPerSecond: 8_000_000 })
    const parts: Blob[] = []
    made.ondataavailable = event => parts.push(event.data)
    made.onstop = () => {
      const type = made.mimeType.split(';')[0] ?? 'video/webm'
      if (parts.length > 0) onClip(new File(parts, `recording.${type.split('/')[1]}`, { type }))
    }
    made.start(1000)
    setRecorder(made)
  }
  return (
    <>
      <header className="edit-top">
        <IconButton label={t.close} onClick={onClose}>
          <X />
        </IconButton>
        <h2 className="text-lead font-semibold">{t.recordTitle}</h2>
      </header>
      {denied ? (
        <p role="alert" className="edit-start">
          {t.recordNo}
        </p>
      ) : (
        <div className="edit-record">
          <video ref={view} autoPlay muted playsInline aria-label={t.recordTitle} />
          <p className="num" role="timer">
            {t.recordTime(time(at), time(limits.totalMs))}
          </p>
          <button
            type="button"
            className="edit-shutter"
            data-on={recorder ? '' : undefined}
            disabled={!stream}
            aria-label={recorder ? t.recordStop : t.recordStart}
            onClick={() => (recorder ? recorder.stop() : start())}
          />
        </div>
      )}
    </>
  )
}

function useCamera(): { readonly stream: MediaStream | null; readonly denied: boolean } {
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [denied, setDenied] = useState(!navigator.mediaDevices || typeof MediaRecorder === 'undefined')
  useEffect(() => {
    let gone = false
    let got: MediaStream | null = null
    const wanted = { video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } }, audio: true }
    navigator.mediaDevices?.getUserMedia(wanted).then(
      found => {
        got = found
        if (gone) for (const track of found.getTracks()) track.stop()
        else setStream(found)
      },
      () => !gone && setDenied(true),
    )
    return () => {
      gone = true
      for (const track of got?.getTracks() ?? []) track.stop()
    }
  }, [])
  return { stream, denied }
}
