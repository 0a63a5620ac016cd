/** The numeric Tech Group ID: shown to people, never reused. */
export type GroupId = number;

export interface Group {
  readonly id: GroupId;
  /** null directly under "Technician Groups". */
  readonly parentId: GroupId | null;
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
}
