export * as certificate from './certificate';
export * as dataSectigoOrganizations from './data-sectigo-organizations';
export * as dataSectigoScmProfiles from './data-sectigo-scm-profiles';
export * as provider from './provider';
