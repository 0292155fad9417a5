// Written from explorer/*/messages.py by `python -m tests.javascript.messages`.

declare namespace Messages {
  /** The ties of one sign from one country to another. `bend` is the curvature to the left. */
  interface AtlasArc {
    id: string;
    from: [number, number];
    to: [number, number];
    bend: number;
    colour: string;
    width: number;
    title: string;
    chosen: boolean;
    ties: Array<string>;
  }

  /** What Python sends. */
  interface AtlasData {
    height: number | string;
    places: Array<AtlasPlace>;
    arcs: Array<AtlasArc>;
    note: string;
    label: string;
    texts: Record<string, string>;
    times: TimeBar;
    window: [string, string] | null;
    seen: number;
  }

  /** A country with the ids of the edges that it stands for. */
  interface AtlasPlace {
    id: string;
    x: number;
    y: number;
    name: string;
    title: string;
    chosen: boolean;
    ties: Array<string>;
  }

  /** What the map reports for one run. */
  interface AtlasTriggers {
    act: SelectNode | SelectEdge;
    window: WindowEvent;
  }

  /** What Python sends. */
  interface BrowserData {
    name: string;
    reader: string;
    token: string;
    cookies: Record<string, string>;
  }

  /** What the page reports for one run. `reader` is the cookie that another tab has written. */
  interface BrowserTriggers {
    reader: string;
    undo: boolean;
    redo: boolean;
    search: boolean;
  }

  /** An edge: how vis-network draws it, and what we draw ourselves. */
  interface DrawnEdge {
    id: string;
    from: string;
    to: string;
    label: string;
    title: string;
    color: Record<string, string | number>;
    width: number;
    arrows: "to" | "";
    dashes: boolean | Array<number>;
    hidden: boolean;
    smooth: Record<string, string | number | boolean>;
    sign: string;
    verdict: string;
    voices: string;
    mark: "" | "tick" | "denied";
    status: "actual" | "planned";
    denial: "" | "tick" | "denied";
    origin: "extracted" | "by_hand";
  }

  /** The large part of a network that a click does not change. `options` are those of vis-network. */
  interface DrawnNetwork {
    nodes: Array<DrawnNode>;
    edges: Array<DrawnEdge>;
    options: Record<string, unknown>;
    labels: number;
    groups: Array<GroupName>;
    texts: Record<string, string>;
  }

  /** A node: how vis-network draws it, and the texts that we draw ourselves. */
  interface DrawnNode {
    id: string;
    label: string;
    title: string;
    shape: "square" | "hexagon" | "triangle" | "triangleDown" | "dot";
    color: NodeColour;
    size: number;
    x: number;
    y: number;
    kind: string;
    degree: number;
    members: number;
    community?: string;
    borderWidth?: number;
    borderWidthSelected?: number;
  }

  /** What Python sends. `label` is the accessible name of the editor. */
  interface EditorData {
    text: string;
    label: string;
    vocabulary: Vocabulary;
    mistake: SentMistake | null;
    insertion: Insertion | null;
  }

  /** What the editor reports and Streamlit keeps until it changes. */
  interface EditorStates {
    text: string;
  }

  /** What the editor reports for one run. */
  interface EditorTriggers {
    run: RunEvent;
  }

  /** What Python sends. `subject` identifies what the content is about. */
  interface ElementsData {
    subject: string;
    content: Array<SentElement>;
  }

  /** What the elements report for one run: the act of the element that was clicked. */
  interface ElementsTriggers {
    act: SentAct;
  }

  /** A node was double-clicked. */
  interface ExpandEvent {
    n: number;
    node: string;
  }

  /** A claim in an exported page, as plain texts; `url` is a web address. */
  interface ExportedClaim {
    what: string;
    sentence: string;
    source: string;
    marks: string;
    rejected: boolean;
    url?: string;
  }

  /** The evidence in an exported page: for each edge the places of its ties in the list `ties`. */
  interface ExportedEvidence {
    edges: Record<string, Array<number>>;
    ties: Array<ExportedTie>;
  }

  /** The data in an exported page. */
  interface ExportedNetwork {
    view: string;
    height: number | string;
    file_name: string;
    stamp: string;
    legend: Array<LegendLine>;
    pinned: Array<string>;
    arrangement: number;
    nodes: Array<DrawnNode>;
    edges: Array<DrawnEdge>;
    options: Record<string, unknown>;
    labels: number;
    groups: Array<GroupName>;
    texts: Record<string, string>;
    evidence: ExportedEvidence | null;
  }

  /** A tie in an exported page with its claims; `cut` says how many of them are missing, if any are. */
  interface ExportedTie {
    head: string;
    sign: string;
    claims: Array<ExportedClaim>;
    cut: string;
  }

  /** The name of a group of nodes that stand together, centred at a position of the drawing. */
  interface GroupName {
    label: string;
    x: number;
    y: number;
  }

  /** Hide these entities. */
  interface Hide {
    act: "Hide";
    entities: Array<string>;
  }

  /** A text to insert at the cursor, once. `n` differs each time. */
  interface Insertion {
    n: number;
    text: string;
  }

  /** A `LegendEntry`. */
  interface LegendLine {
    channel: "kind" | "community" | "sign" | "voices" | "verdict" | "status" | "denial" | "origin";
    key: string;
    label: string;
    count: number;
    colour: string;
    shape: string;
    dash: Array<number> | null;
    width: number;
    mark: "" | "tick" | "denied";
    pressed: boolean | null;
  }

  /** The nodes and edges to highlight while exactly the nodes `of` are selected. */
  interface LitItems {
    nodes: Array<string>;
    edges: Array<string>;
    of: Array<string>;
  }

  /** Nodes were dragged, pinned or unpinned. `pinned` are all nodes that are pinned now. */
  interface MoveEvent {
    n: number;
    positions: Record<string, [number, number]>;
    pinned: Array<string>;
  }

  /** What Python sends. */
  interface NetworkData {
    view: string;
    height: number | string;
    file_name: string;
    stamp: string;
    legend: Array<LegendLine>;
    pinned: Array<string>;
    arrangement: number;
    protocol: number;
    picture: string;
    seen: number;
    acts: boolean;
    lit?: LitItems;
    times?: string;
    window?: [string, string] | null;
    selected?: SelectedItems;
  }

  /** The small part of a network, with what is printed about it. `height` is in pixels, or a CSS length. */
  interface NetworkFrame {
    view: string;
    height: number | string;
    file_name: string;
    stamp: string;
    legend: Array<LegendLine>;
    pinned: Array<string>;
    arrangement: number;
  }

  /** What the network reports and Streamlit keeps until it changes. */
  interface NetworkStates {
    selection: SelectionEvent;
  }

  /** What the network reports for one run. */
  interface NetworkTriggers {
    act: Hide | ShowAbout | ShowAlone | OpenProfile | OpenPair;
    expand: ExpandEvent;
    move: MoveEvent;
    arrange: Numbered;
    window: WindowEvent;
    press: PressEvent;
  }

  /** The colours of a node: its normal ones, and those while it is selected or under the pointer. */
  interface NodeColour {
    background: string;
    border: string;
    highlight: Record<string, string>;
    hover: Record<string, string>;
  }

  /** Any event of the network. `n` is its number, which grows with each event. */
  interface Numbered {
    n: number;
  }

  /** Open the network about an entity. */
  interface OpenEntity {
    act: "OpenEntity";
    entity: string;
  }

  /** Open the page of two actors. */
  interface OpenPair {
    act: "OpenPair";
    first: string;
    second: string;
  }

  /** Open the page of an actor. */
  interface OpenProfile {
    act: "OpenProfile";
    entity: string;
  }

  /** Open the network with these entities and the ties among them. */
  interface OpenTogether {
    act: "OpenTogether";
    entities: Array<string>;
  }

  /** A way to colour nodes. `of` has the index of the group of each node. */
  interface OverviewColouring {
    groups: Array<OverviewGroup>;
    of: Array<number>;
  }

  /** What Python sends. */
  interface OverviewData {
    picture: string;
    colour: string;
    most: number;
    height: number | string;
    note: string;
    texts: Record<string, string>;
  }

  /** A group of nodes of one colour, as the legend names it. */
  interface OverviewGroup {
    label: string;
    colour: string;
    count: number;
  }

  /** What is drawn. Lists about nodes are parallel, those with most partners first. */
  interface OverviewPicture {
    ids: Array<string>;
    names: Array<string>;
    kinds: Array<string>;
    x: Array<number>;
    y: Array<number>;
    degrees: Array<number>;
    ends: Array<number>;
    signs: Array<number>;
    sign_looks: Array<OverviewSign>;
    colourings: Record<string, OverviewColouring>;
  }

  /** A sign of pairs, with the number of pairs that have it. */
  interface OverviewSign {
    label: string;
    colour: string;
    count: number;
  }

  /** What the overview reports for one run. */
  interface OverviewTriggers {
    act: OpenTogether | OpenEntity;
  }

  /** A country at its capital. */
  interface PlaceLook {
    id: string;
    x: number;
    y: number;
    name: string;
    title: string;
    chosen: boolean;
  }

  /** An entry of the legend was clicked to filter the network. */
  interface PressEvent {
    n: number;
    channel: "kind" | "community" | "sign" | "voices" | "verdict" | "status" | "denial" | "origin";
    key: string;
  }

  /** The text is to be run. `n` differs each time. */
  interface RunEvent {
    n: number;
  }

  /** Select an edge of the network, or an arc of the map. */
  interface SelectEdge {
    act: "SelectEdge";
    edge: string;
  }

  /** Select a node of the network, or a country of the map. */
  interface SelectNode {
    act: "SelectNode";
    node: string;
  }

  /** The ids of selected nodes and edges. */
  interface SelectedItems {
    nodes: Array<string>;
    edges: Array<string>;
  }

  /** The selection has changed. */
  interface SelectionEvent {
    n: number;
    nodes: Array<string>;
    edges: Array<string>;
  }

  /** An act of `explorer.acts`: the name of its class, and beside it the fields of the class. */
  interface SentAct {
    act: string;
  }

  /** A `CopyLink`, which the browser handles: what it says after it has copied the address, or could not. */
  interface SentCopyLink {
    copied: string;
    refused: string;
  }

  /** An `Element`, without its empty fields. */
  interface SentElement {
    tag: string;
    look?: string;
    act?: SentAct | SentFocus | SentSave | SentCopyLink;
    href?: string;
    hint?: string;
    keys?: string;
    children?: Array<SentElement | string>;
  }

  /** A `Focus`, which the browser handles: the key of the container that gets the focus. */
  interface SentFocus {
    focus: string;
  }

  /** A `Mistake`. */
  interface SentMistake {
    text: string;
    line: number;
    column: number;
    said: string;
  }

  /** A `Save`, which the browser handles: the key of the container of a drawing, and the file to save. */
  interface SentSave {
    save: string;
    form: "png" | "svg";
    name: string;
  }

  /** Draw a new network about an entity. */
  interface ShowAbout {
    act: "ShowAbout";
    entity: string;
  }

  /** Draw only these entities with their ties. The filters stay. */
  interface ShowAlone {
    act: "ShowAlone";
    entities: Array<string>;
  }

  /** The data of a time bar. */
  interface TimeBar {
    bins: Array<[string, string]>;
    names: Array<string>;
    edges: Record<string, Array<[number, number, "cooperation" | "conflict" | "neutral" | "relation"]>>;
    colours: Record<"cooperation" | "conflict" | "neutral" | "relation", string>;
  }

  /** The names that the editor completes. */
  interface Vocabulary {
    labels: Array<string>;
    types: Array<string>;
    properties: Array<string>;
    values: Array<string>;
    words: Array<string>;
  }

  /** A period was chosen in the time bar, or all time. */
  interface WindowEvent {
    n: number;
    days: [string, string] | null;
  }
}
