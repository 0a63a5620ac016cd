/** What a technician may be allowed to do, in the order the Permissions tab shows it (specification: Group panel). */
export const permissions = [
  'allow-chat',
  'launch-remote-control',
  'launch-desktop-viewing',
  'send-files',
  'receive-files',
  'manage-files',
  'send-urls',
  'view-system-information',
  'reboot',
  'record-sessions',
  'start-private-sessions',
  'run-scripts',
  'transfer-sessions',
  'share-screen-with-customer',
  'deploy-calling-card',
  'configure-mobile-device',
  'access-unattended-computers'
] as const;

export type Permission = (typeof permissions)[number];
