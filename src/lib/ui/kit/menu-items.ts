import type { Component } from 'svelte';

export interface MenuItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: Component<{ size?: number }>;
  readonly dangerous?: boolean;
  readonly disabled?: boolean;
  /** A line above it. */
  readonly separated?: boolean;
  /** With an address the item is a link. */
  readonly href?: string;
}

/** Where a menu opens: an element, or the point of a right click in pixels of the window. */
export type MenuAnchor = HTMLElement | { readonly x: number; readonly y: number };
