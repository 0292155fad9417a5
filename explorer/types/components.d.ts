// Modules of one component that another imports: Streamlit serves each component in a folder of its own.

declare module "*/konstelasi.network/theme.mjs" {
  export const readTheme: typeof import("../network/frontend/theme.mjs").readTheme;
  export const calm: typeof import("../network/frontend/theme.mjs").calm;
}

declare module "*/konstelasi.network/times.mjs" {
  export const Times: typeof import("../network/frontend/times.mjs").Times;
  export type Times = import("../network/frontend/times.mjs").Times;
}

declare module "*/konstelasi.network/icons.mjs" {
  export const icon: typeof import("../network/frontend/icons.mjs").icon;
}

declare module "*/konstelasi.network/reports.mjs" {
  export const areSeen: typeof import("../network/frontend/reports.mjs").areSeen;
  export const numbered: typeof import("../network/frontend/reports.mjs").numbered;
}

declare module "*/konstelasi.network/numbers.mjs" {
  export const grouped: typeof import("../network/frontend/numbers.mjs").grouped;
}

declare module "*/konstelasi.network/area.mjs" {
  export const Area: typeof import("../network/frontend/area.mjs").Area;
  export type Area = import("../network/frontend/area.mjs").Area;
}

declare module "*/konstelasi.network/crowd.mjs" {
  export const Crowd: typeof import("../network/frontend/crowd.mjs").Crowd;
  export type Crowd = import("../network/frontend/crowd.mjs").Crowd;
}

declare module "*/konstelasi.network/stage.mjs" {
  export const element: typeof import("../network/frontend/stage.mjs").element;
}
