// @ts-check
// Colours of the overview. They are opaque: what is faint is mixed with the background, in the dark as in the light.

/**
 * The channels of a colour of the form #RGB, #RRGGBB or rgb(r, g, b); white for another form.
 * @param {string} colour
 */
function channels(colour) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex) {
    const wide = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
    return [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16));
  }
  const numbers = /^rgb/.test(colour) ? (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number) : [];
  return numbers.length === 3 ? numbers : [255, 255, 255];
}

/**
 * A colour with a share of the background mixed in, as #RRGGBB.
 * @type {(colour: string, background: string, share: number) => string}
 */
export function faded(colour, background, share) {
  const [from, to] = [channels(colour), channels(background)];
  const mixed = from.map((channel, at) => Math.round(channel + (to[at] - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
