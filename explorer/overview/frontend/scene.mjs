// @ts-check
// Draws nodes and ties by WebGL, and moves the camera. Names are drawn above it, by names.mjs.
import { calm } from "../konstelasi.network/theme.mjs";
import { faded } from "./colours.mjs";
import { Graph, Sigma } from "./vendor/sigma.min.mjs";

const FEW_TIES = 2000; // up to as many, each tie is drawn wider and in more of its colour
const MANY = 20_000; // ties; more of them are not drawn while the picture moves
const GREY = "#8a9099"; // of nodes that are not selected while others are, and of their ties
const CLOSE = 0.08; // the part of the picture that is seen after a flight to a node
const STEP = 0.12; // how far an arrow key moves, as a part of what is seen

/**
 * @typedef {{ x: number, y: number }} Place
 * @typedef {Messages.OverviewPicture} Picture
 */

/** Whether this browser can draw by WebGL 2. */
export function canDraw() {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/**
 * The radius of a node in pixels: it grows with the root of the number of partners, and shrinks with that of nodes.
 * @type {(degree: number, nodes: number) => number}
 */
export function radius(degree, nodes) {
  const scale = nodes > 20_000 ? 0.5 : nodes > 3000 ? 0.65 : 1;
  return Math.min(scale * (2 + 0.8 * Math.sqrt(degree)), 16);
}

export class Scene {
  /**
   * @param {HTMLElement} box
   * @param {Picture} picture
   * @param {() => void} rendered is called after each drawing
   */
  constructor(box, picture, rendered) {
    this.picture = picture;
    this.graph = graphOf(picture);
    this.sigma = new Sigma(this.graph, box, {
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      hideEdgesOnMove: picture.signs.length > MANY,
      minEdgeThickness: 0.5,
      zIndex: true,
      stagePadding: 24,
      minCameraRatio: 0.005,
      maxCameraRatio: 2.5,
      enableCameraRotation: false,
      allowInvalidContainer: true,
    });
    this.sigma.on("afterRender", rendered);
  }

  /**
   * Gives nodes the colours of their groups. If some are chosen, all others are faint, and so are their ties.
   * @param {Messages.OverviewColouring} colouring
   * @param {Set<number>} chosen
   * @param {string} background
   */
  colour({ groups, of }, chosen, background) {
    const colours = groups.map(({ colour }) => colour);
    const faint = faded(GREY, background, 0.75);
    this.graph.updateEachNodeAttributes(
      (key, attributes) => {
        const node = Number(key);
        attributes.color = chosen.size && !chosen.has(node) ? faint : colours[of[node]];
        return attributes;
      },
      { attributes: ["color"] },
    );
    this.#colourTies(chosen, background);
  }

  /** @type {(chosen: Set<number>, background: string) => void} */
  #colourTies(chosen, background) {
    const { ends, signs, sign_looks: looks } = this.picture;
    const plain = looks.map(({ colour }) => faded(colour, background, fading(signs.length)));
    const strong = looks.map(({ colour }) => faded(colour, background, 0.3));
    const faint = faded(GREY, background, 0.94);
    this.graph.updateEachEdgeAttributes(
      (key, attributes) => {
        const tie = Number(key);
        const sign = signs[tie];
        const inside = chosen.has(ends[2 * tie]) && chosen.has(ends[2 * tie + 1]);
        attributes.color = inside ? strong[sign] : chosen.size ? faint : plain[sign];
        attributes.zIndex = inside ? 1 : 0;
        return attributes;
      },
      { attributes: ["color", "zIndex"] },
    );
  }

  /**
   * Where a node is on the screen, in pixels from the corner of the picture.
   * @param {number} node
   */
  spotOf(node) {
    return this.spot({ x: this.picture.x[node], y: this.picture.y[node] });
  }

  /** @param {Place} place */
  spot(place) {
    return this.sigma.graphToViewport(place);
  }

  /** @param {Place} spot */
  placeOf(spot) {
    return this.sigma.viewportToGraph(spot);
  }

  /** How long a pixel is in the coordinates of the picture. */
  get pixel() {
    const [one, other] = [this.placeOf({ x: 0, y: 0 }), this.placeOf({ x: 100, y: 0 })];
    return Math.hypot(one.x - other.x, one.y - other.y) / 100;
  }

  /** The factor by which the radii of nodes grow at this zoom. */
  get growth() {
    return 1 / Math.sqrt(this.sigma.getCamera().ratio);
  }

  /** @param {number} node */
  fly(node) {
    const shown = this.sigma.getNodeDisplayData(String(node));
    if (shown) this.#move({ x: shown.x, y: shown.y, ratio: Math.min(this.sigma.getCamera().ratio, CLOSE) });
  }

  /** @param {number} factor above 1 zooms in */
  zoom(factor) {
    this.#move({ ratio: this.sigma.getCamera().getBoundedRatio(this.sigma.getCamera().ratio / factor) });
  }

  /** @type {(right: number, up: number) => void} */
  pan(right, up) {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    this.#move({ x: x + right * STEP * ratio, y: y + up * STEP * ratio });
  }

  fit() {
    this.#move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  /** @param {Partial<{ x: number, y: number, ratio: number, angle: number }>} state */
  #move(state) {
    const camera = this.sigma.getCamera();
    if (calm()) camera.setState(state);
    else camera.animate(state, { duration: 350 });
  }

  close() {
    this.sigma.kill();
  }
}

/** @param {Picture} picture */
function graphOf({ ids, x, y, degrees, ends, signs }) {
  const graph = new Graph({ type: "undirected", multi: false, allowSelfLoops: false });
  ids.forEach((_, node) => {
    graph.addNode(String(node), {
      x: x[node],
      y: y[node],
      size: radius(degrees[node], ids.length),
      color: GREY,
    });
  });
  signs.forEach((_, tie) => {
    graph.addEdgeWithKey(String(tie), String(ends[2 * tie]), String(ends[2 * tie + 1]), {
      size: signs.length > FEW_TIES ? 0.8 : 1.6,
      color: GREY,
    });
  });
  return graph;
}

/**
 * How much of the background is in the colours of ties: of many, each is faint, so that nodes are seen.
 * @param {number} ties
 */
function fading(ties) {
  return ties > 50_000 ? 0.85 : ties > FEW_TIES ? 0.7 : 0.3;
}
