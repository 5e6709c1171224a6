/** Okta's events, each of which can start a flow: a new event is one line here. */

export { suspiciousActivityReported } from '../../cards/okta/events/suspicious-activity-reported';
export { userActivated } from '../../cards/okta/events/user-activated';
export { userAddedToGroup } from '../../cards/okta/events/user-added-to-group';
export { userAssignedToApplication } from '../../cards/okta/events/user-assigned-to-application';
export { userCreated } from '../../cards/okta/events/user-created';
export { userDeactivated } from '../../cards/okta/events/user-deactivated';
export { userMfa } from '../../cards/okta/events/user-mfa';
export { userMfaFactorActivated } from '../../cards/okta/events/user-mfa-factor-activated';
export { userMfaFactorDeactivated } from '../../cards/okta/events/user-mfa-factor-deactivated';
export { userMfaFactorResetAll } from '../../cards/okta/events/user-mfa-factor-reset-all';
export { userOktaPasswordResetByAnAdmin } from '../../cards/okta/events/user-okta-password-reset-by-an-admin';
export { userOktaPasswordUpdated } from '../../cards/okta/events/user-okta-password-updated';
export { userOktaProfileUpdated } from '../../cards/okta/events/user-okta-profile-updated';
export { userRemovedFromGroup } from '../../cards/okta/events/user-removed-from-group';
export { userSignInAttempt } from '../../cards/okta/events/user-sign-in-attempt';
export { userSuspended } from '../../cards/okta/events/user-suspended';
export { userUnassignedFromApplication } from '../../cards/okta/events/user-unassigned-from-application';
