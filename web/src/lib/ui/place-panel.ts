const gapPx = 6
const edgePx = 8

/**
 * Puts an open panel (in the top layer) below its trigger, or above where there is more room, inside the window.
 * `align` names the edge that both share, in reading order.
 */
export function placePanel(trigger: HTMLElement, panel: HTMLElement, align: 'start' | 'end'): void {
  const at = trigger.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const rightToLeft = getComputedStyle(trigger).direction === 'rtl'
  const left = (align === 'start') === rightToLeft ? at.right - width : at.left
  const below = innerHeight - at.bottom
  const above = below < height + gapPx + edgePx && at.top > below
  panel.style.left = `${Math.max(edgePx, Math.min(left, innerWidth - width - edgePx))}px`
  panel.style.top = `${above ? Math.max(edgePx, at.top - height - gapPx) : at.bottom + gapPx}px`
  panel.style.maxHeight = `${(above ? at.top : below) - gapPx - edgePx}px`
}
