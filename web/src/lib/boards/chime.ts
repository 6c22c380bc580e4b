/** Two short tones, where the browser lets a page sound; it does once somebody pressed something there. */
export async function chime(): Promise<void> {
  try {
    const sound = new AudioContext()
    await sound.resume()
    for (const [at, pitch] of [880, 660].entries()) {
      const [tone, volume] = [sound.createOscillator(), sound.createGain()]
      const starts = sound.currentTime + at * 0.35
      tone.frequency.value = pitch
      volume.gain.setValueAtTime(0.25, starts)
      volume.gain.exponentialRampToValueAtTime(0.001, starts + 0.6)
      tone.connect(volume).connect(sound.destination)
      tone.start(starts)
      tone.stop(starts + 0.6)
    }
    setTimeout(() => void sound.close(), 2000)
  } catch {
    // What it says stands on the page too.
  }
}
