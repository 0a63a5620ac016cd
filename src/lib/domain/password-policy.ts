/** Specification: Global Settings, Password policies. */
export type PasswordStrength = 'good' | 'strong' | 'excellent';
