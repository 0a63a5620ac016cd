import Ban from '@lucide/svelte/icons/ban';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import FolderInput from '@lucide/svelte/icons/folder-input';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash from '@lucide/svelte/icons/trash';
import Upload from '@lucide/svelte/icons/upload';
import UserPlus from '@lucide/svelte/icons/user-plus';
import type { MenuItem } from '#lib/ui/kit/menu-items.ts';
import { m } from '#i18n/messages.js';
import type { NodeAction } from './node-actions.ts';

/** How an action stands in a menu. */
export function menuItem(action: NodeAction): MenuItem<NodeAction> {
  switch (action) {
    case 'create-group':
      return { id: action, label: m.tree_create_group(), icon: FolderPlus };
    case 'create-technician':
      return { id: action, label: m.person_create_technician(), icon: UserPlus };
    case 'create-administrator':
      return { id: action, label: m.person_create_administrator(), icon: UserPlus };
    case 'create-master-administrator':
      return { id: action, label: m.person_create_master(), icon: UserPlus };
    case 'import-users':
      return { id: action, label: m.group_import_users(), icon: Upload };
    case 'rename':
      return { id: action, label: m.tree_rename(), icon: Pencil };
    case 'move':
      return { id: action, label: m.tree_move(), icon: FolderInput };
    case 'enable':
      return { id: action, label: m.tree_enable(), icon: CircleCheck };
    case 'disable':
      return { id: action, label: m.tree_disable(), icon: Ban };
    case 'delete':
      return { id: action, label: m.tree_delete(), icon: Trash, dangerous: true, separated: true };
  }
}
