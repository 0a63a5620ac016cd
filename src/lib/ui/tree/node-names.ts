import type { Component } from 'svelte';
import Building from '@lucide/svelte/icons/building-complex';
import Folder from '@lucide/svelte/icons/folder';
import FolderTree from '@lucide/svelte/icons/folder-tree';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import User from '@lucide/svelte/icons/user';
import UserCog from '@lucide/svelte/icons/user-cog';
import { m } from '#i18n/messages.js';
import type { Section, TreeNode } from './tree-nodes.ts';

export function sectionName(section: Section): string {
  return {
    'master-administrators': m.tree_masters(),
    administrators: m.tree_administrators(),
    'technician-groups': m.tree_groups()
  }[section];
}

/** What stands in the tree for a node; '' for a technician that is not read yet. */
export function nodeName(node: TreeNode, organizationName: string): string {
  switch (node.kind) {
    case 'organization':
      return organizationName;
    case 'section':
      return sectionName(node.section);
    case 'group':
      return node.group.name;
    case 'person':
      return node.person.name;
    case 'slot':
      return '';
  }
}

const sectionIcons = {
  'master-administrators': ShieldCheck,
  administrators: UserCog,
  'technician-groups': FolderTree
} as const;

export function nodeIcon(node: TreeNode): Component<{ size?: number }> {
  switch (node.kind) {
    case 'organization':
      return Building;
    case 'section':
      return sectionIcons[node.section];
    case 'group':
      return Folder;
    default:
      return User;
  }
}

export function isDisabled(node: TreeNode): boolean {
  return (node.kind === 'group' && !node.group.enabled) || (node.kind === 'person' && !node.person.enabled);
}
