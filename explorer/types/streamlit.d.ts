// What Streamlit passes to the default export of a component, after every run that changed the data.

interface Component<Data, Triggers, States = Record<never, never>> {
  data: Data;
  parentElement: HTMLElement | ShadowRoot;
  setTriggerValue<Name extends keyof Triggers>(name: Name, value: Triggers[Name]): void;
  setStateValue<Name extends keyof States>(name: Name, value: States[Name]): void;
}
