// @ts-check
// The names of the groups on a circle. They keep their size on the screen, and no name of a node covers them.

const GROUP_TYPE = 15;
const LEAST_ZOOM = 0.12; // of the zoom; below it the names would cover each other

/**
 * @typedef {import("./crowd.mjs").Box} Box
 *
 * @typedef {object} GroupHost
 * @property {{ canvasToDOM(place: { x: number, y: number }): { x: number, y: number }, getScale(): number }} network
 * @property {{ background: string, text: string, font: string }} theme
 * @property {{ groups: Messages.GroupName[] }} data
 */

/**
 * Draws the names in pixels of the screen, and returns their boxes.
 * @type {(context: CanvasRenderingContext2D, host: GroupHost) => Box[]}
 */
export function drawGroupNames(context, { network, theme, data }) {
  if (network.getScale() < LEAST_ZOOM) return [];
  context.save();
  Object.assign(context, {
    font: `600 ${GROUP_TYPE}px ${theme.font}`,
    fillStyle: theme.text,
    globalAlpha: 0.8,
  });
  const boxes = data.groups.map(({ label, ...place }) => {
    const { x, y } = network.canvasToDOM(place);
    context.strokeText(label, x, y);
    context.fillText(label, x, y);
    const half = context.measureText(label).width / 2 + 4;
    return { left: x - half, right: x + half, top: y - GROUP_TYPE / 2 - 2, bottom: y + GROUP_TYPE / 2 + 2 };
  });
  context.restore();
  return boxes;
}
