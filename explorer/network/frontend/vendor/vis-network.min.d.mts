// The part of vis-network 10.1.5 that we use. Its own types do not say what may be undefined.

export interface Spot {
  x: number;
  y: number;
}

export interface Selected {
  nodes: string[];
  edges: string[];
}

export interface Pointed extends Selected {
  pointer: { DOM: Spot };
  event: { srcEvent: MouseEvent };
}

interface Events {
  click: Pointed;
  doubleClick: Pointed;
  dragStart: Pointed;
  dragEnd: Pointed;
  hoverNode: Pointed & { node: string };
  hoverEdge: Pointed & { edge: string };
  blurNode: unknown;
  blurEdge: unknown;
  zoom: unknown;
  resize: unknown;
  animationFinished: unknown;
  beforeDrawing: CanvasRenderingContext2D;
  afterDrawing: CanvasRenderingContext2D;
}

interface Look {
  position?: Spot;
  scale?: number;
  animation?: false | { duration: number; easingFunction: string };
}

type Options = Record<string, unknown>;

export class DataSet<Item> {
  constructor(items: Item[]);
  readonly length: number;
  get(id: string): Item | null;
  getIds(): string[];
  add(items: Item[]): void;
  update(items: Item[]): void;
  remove(ids: string[]): void;
}

export class Network {
  constructor(place: HTMLElement, data: { nodes: DataSet<any>; edges: DataSet<any> }, options: Options);
  on<Name extends keyof Events>(name: Name, act: (event: Events[Name]) => void): void;
  once<Name extends keyof Events>(name: Name, act: (event: Events[Name]) => void): void;
  setOptions(options: Options): void;
  setSelection(selected: Selected, options?: { highlightEdges: boolean }): void;
  selectNodes(nodes: string[], highlightEdges: boolean): void;
  getSelection(): Selected;
  getSelectedNodes(): string[];
  getSelectedEdges(): string[];
  getNodeAt(spot: Spot): string | undefined;
  getEdgeAt(spot: Spot): string | undefined;
  getConnectedNodes(id: string): string[];
  getConnectedEdges(node: string): string[];
  moveNode(node: string, x: number, y: number): void;
  moveTo(look: Look): void;
  getScale(): number;
  getViewPosition(): Spot;
  canvasToDOM(place: Spot): Spot;
  redraw(): void;
  destroy(): void;
}
