// Modules of one component that another imports: Streamlit serves each component in a folder of its own.

declare module "*/konstelasi.network/theme.mjs" {
  export const readTheme: typeof import("../network/frontend/theme.mjs").readTheme;
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
