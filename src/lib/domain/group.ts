/** The numeric Tech Group ID: shown to people, never reused. */
export type GroupId = number;

export interface NamedGroup {
  readonly id: GroupId;
  readonly name: string;
}

export interface Group extends NamedGroup {
  /** null directly under "Technician Groups". */
  readonly parentId: GroupId | null;
  readonly description: string;
  readonly enabled: boolean;
}
