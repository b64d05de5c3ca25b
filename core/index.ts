// Errors, time, log and text (core/base)
export { type Clock, standingClock, systemClock } from "./base/clock.ts";
export { type WaitOptions, watch } from "./base/deadline.ts";
export { allowedHosts, type EnvironmentVariables, runUrl, testInstant } from "./base/environment.ts";
export {
  BugError,
  CancelledError,
  ConfigError,
  ContractError,
  kindOf,
  LoginError,
  LostError,
  NotFoundError,
  OutageError,
  PendingError,
  PkiError,
  PrivilegeError,
  RateError,
  RequestError,
  SectigoError,
  StateError,
  StoreError,
} from "./base/errors.ts";
export { type LogFields, type Logger, silentLogger } from "./base/log.ts";
export { percentDecoded, plainText, quoted } from "./base/text.ts";
export { type Text, textIn, type Words } from "./base/words.ts";
// How an account reads what the documents leave open (core/contract)
export { assumptionsTable, contractReport, unusual } from "./contract/report.ts";
export { runContract } from "./contract/run-contract.ts";
// Inventory: what is known of all certificates (core/domain, core/store)
export { businessUnitOf, countUnits } from "./domain/business-unit-of.ts";
export { type AllowedUnits, allowedUnits, permitsUnit } from "./domain/business-units.ts";
export {
  countWithoutSuccessor,
  filterBySuccessor,
  refuseUnknownSuccessors,
  unknownSuccessors,
} from "./domain/by-successor.ts";
export type { OrderCatalog } from "./domain/catalog.ts";
export type { CatalogParts } from "./domain/catalog-store.ts";
export type { CertificateOrder, Finding, PlannedOrder } from "./domain/certificate/certificate-order.ts";
export { type Asked, namesOf } from "./domain/certificate/compare/compare-certificate.ts";
export { differenceOfRequest, sameRequest } from "./domain/certificate/compare/compare-request.ts";
export {
  type Compared,
  type ComparedChain,
  compareWithOrder,
  type FittingCertificate,
  type OrderComparison,
  withoutOrder,
} from "./domain/certificate/compare/compare-with-order.ts";
export { fittingKey, keyPair } from "./domain/certificate/compare/key-pair.ts";
export {
  consequenceOf,
  type Mismatch,
  type MismatchCode,
} from "./domain/certificate/compare/mismatch.ts";
export { decide } from "./domain/certificate/decide/decide.ts";
export { decideByHoldings } from "./domain/certificate/decide/decide-by-holdings.ts";
export { type Decision, decisionText, isOrder, type Reason } from "./domain/certificate/decide/decision.ts";
export {
  isRenewalFutile,
  parseShare,
  type RenewalPolicy,
  type RenewalStanding,
  renewAfter,
  renewalStanding,
  renewalWindow,
} from "./domain/certificate/decide/renewal.ts";
export type { Change, Situation } from "./domain/certificate/decide/situation.ts";
export {
  type HoldingsPolicy,
  situationOfHoldings,
} from "./domain/certificate/decide/situation-of-holdings.ts";
export { withoutSharing } from "./domain/certificate/decide/without-sharing.ts";
export { deliveryOf, noteDelivery } from "./domain/certificate/delivery-note.ts";
export { awaitIssued, type IssueOutcome } from "./domain/certificate/execute/await-issued.ts";
export { writeMetadata } from "./domain/certificate/execute/carry-metadata.ts";
export { type Executable, execute } from "./domain/certificate/execute/execute.ts";
export {
  endedOf,
  type Followed,
  type Life,
  type LifeEvents,
  type LifeNotice,
  type LifeOutcome,
  type LifeRequest,
  type Replacement,
  type StandingOrder,
} from "./domain/certificate/execute/life.ts";
export type { OrderContext } from "./domain/certificate/execute/order-context.ts";
export { OrderClaims } from "./domain/certificate/execute/order-context.ts";
export type { OrderOnceRequest } from "./domain/certificate/execute/order-intent.ts";
export { enrollText } from "./domain/certificate/execute/order-intent.ts";
export { tellTwin } from "./domain/certificate/execute/order-notices.ts";
export { renewsItself } from "./domain/certificate/execute/renew-once.ts";
export { refuseAutoRenewal } from "./domain/certificate/execute/renewal-errors.ts";
export {
  REVOCATION_REASONS,
  type RevocationReason,
  revocationReasonText,
} from "./domain/certificate/execute/revocation.ts";
export { refuseWrongDates } from "./domain/certificate/execute/wrong-dates.ts";
// Orders and what becomes of them (core/domain)
export {
  type AskedNames,
  judgeAllowedNames,
  judgeNamePattern,
} from "./domain/certificate/judge/allowed-names.ts";
export {
  ceilingAt,
  nextCeiling,
} from "./domain/certificate/judge/ceilings.ts";
export type { NameUse } from "./domain/certificate/judge/judge-names.ts";
export { judgeOrder, LONGEST_COMMENT } from "./domain/certificate/judge/judge-order.ts";
export {
  type SubjectParts,
  saysOrganization,
  subjectDifferences,
} from "./domain/certificate/judge/judge-subject.ts";
export { signOf, signOfFirst } from "./domain/certificate/judge/judge-successor.ts";
export {
  domainFilter,
  endingSoon,
  judgeValidations,
  type ValidationFault,
  type ValidationPlace,
  type Validations,
  validationPlace,
} from "./domain/certificate/judge/judge-validations.ts";
export { adoptionRefused } from "./domain/certificate/judge/refuse-found.ts";
export {
  type BeyondLimit,
  beyondLimit,
  MOST_PER_RUN,
  RunLimit,
} from "./domain/certificate/judge/run-limit.ts";
export {
  ceilingAhead,
  exceededCeiling,
  nextMisfit,
  type TermMisfit,
  type TermVerdict,
  termFor,
} from "./domain/certificate/judge/term.ts";
export { youngTwinOf } from "./domain/certificate/judge/twins.ts";
export {
  changesFields,
  type Metadata,
  sameAddresses,
  sameComment,
} from "./domain/certificate/metadata.ts";
export { collect } from "./domain/certificate/observe/collect.ts";
export { DeliveredChains, readDelivered } from "./domain/certificate/observe/delivered-chains.ts";
export {
  findHoldings,
  type Holding,
  type Holdings,
  type Intent,
  lastIssued,
  servingIn,
} from "./domain/certificate/observe/find-holdings.ts";
export type { Passed } from "./domain/certificate/observe/find-successor.ts";
export { findYoungTwin } from "./domain/certificate/observe/find-young-twin.ts";
export { listRows } from "./domain/certificate/observe/listed-rows.ts";
export { ownRequester } from "./domain/certificate/observe/own-requester.ts";
export {
  bounds,
  dayOf,
  dayToLoad,
  isCovered,
  type LoadedDays,
  NOTHING_LOADED,
  nextWindow,
  withLoaded,
  withTooLarge,
} from "./domain/certificate/observe/report-windows.ts";
export { requesterMail } from "./domain/certificate/observe/requester-mail.ts";
export { RevokedOrders } from "./domain/certificate/observe/revoked-orders.ts";
export {
  claimOf,
  type OrderOrigin,
  orderMarker,
  readComments,
  releasedComments,
  writeComments,
} from "./domain/certificate/order-tag.ts";
export { wasOrderedHere } from "./domain/certificate/ordered-here.ts";
export { standingOf } from "./domain/certificate/status.ts";
export { passwordDaysLeft } from "./domain/connector/password-expiry.ts";
export { ordersWaitForApproval } from "./domain/connector/privileges.ts";
export { readAccount, readOwnPrivileges } from "./domain/connector/read-account.ts";
export { type SensorFinding, trySensors } from "./domain/connector/try-sensors.ts";
export { dearConditions, isCheap } from "./domain/dear-conditions.ts";
export { awaitValidation, type StartedValidation } from "./domain/domain-control/await-validation.ts";
export {
  challengeId,
  publicationOf,
  VALIDATION_METHODS,
  type ValidationMethod,
} from "./domain/domain-control/challenge.ts";
export { coversName } from "./domain/domain-control/covers-name.ts";
export { judgeValidation, type ValidationVerdict } from "./domain/domain-control/judge-validation.ts";
export { startValidation } from "./domain/domain-control/start-validation.ts";
export { endsBefore, type ValidationEnd, validationEnds } from "./domain/domain-control/validation-ends.ts";
// Inventory: what is known of all certificates (core/domain, core/store)
export type { FilterWords } from "./domain/filter-words.ts";
export {
  findNames,
  gapOfNames,
  isListed,
  judgeNames,
  keepNames,
  type NameSource,
  uniqueGaps,
} from "./domain/find-names.ts";
export { type FindNames, profileIds, resolveFilter, tenantIds } from "./domain/ids-of-names.ts";
export { type Completeness, type InventoryGap, judgeCompleteness } from "./domain/import/completeness.ts";
export type { ImportProgress } from "./domain/import/context.ts";
export { judgeExcluded } from "./domain/import/excluded.ts";
export { fillDetails } from "./domain/import/fill-details.ts";
export type { GapKind } from "./domain/import/gaps.ts";
export { judgeHistory } from "./domain/import/judge-history.ts";
export { importReport, liveReport } from "./domain/import/live-import.ts";
export { judgePeriod, type Period } from "./domain/import/period.ts";
export { rememberWritten } from "./domain/import/remember-written.ts";
export { sslDetailsPart } from "./domain/import/row-parts.ts";
export {
  type ImportOutcome,
  runImport,
} from "./domain/import/run-import.ts";
export { IMPORT_DEFAULTS, type ImportSettings, importView, questionsOf } from "./domain/import/settings.ts";
export { countWithheld } from "./domain/import/withheld.ts";
export { isInView } from "./domain/in-view.ts";
export {
  COUNT_TRAITS,
  type Counts,
  type CountTrait,
  EXPIRY_BUCKETS,
  type InventoryAccount,
  type InventoryCounts,
  type InventoryFilter,
  type InventoryQuery,
  type InventoryView,
  SORT_ATTRIBUTES,
  type SortAttribute,
} from "./domain/inventory.ts";
export {
  CHANGE_KINDS,
  type ChangeKind,
  type ChangePage,
  type InventoryChange,
} from "./domain/inventory-changes.ts";
export { changeWithoutPersons, personalAttributes } from "./domain/inventory-persons.ts";
export {
  CERTIFICATE_TYPES,
  type CertificateType,
  type InventoryAttribute,
  type InventoryEntry,
  type InventoryRow,
} from "./domain/inventory-row.ts";
export { isOfTheWorld } from "./domain/is-of-the-world.ts";
export { judgeLookUps } from "./domain/judge-look-ups.ts";
export { nearest } from "./domain/nearest.ts";
export { noticingActs } from "./domain/notice-acts.ts";
export { judgePolicies, POLICIES, violationsOf } from "./domain/policies.ts";
export {
  allowedKeyTypes,
  judgeKeyAllowed,
  judgeKeyType,
  judgeKeyTypes,
} from "./domain/profile/key-policy.ts";
export { judgeAcmeDomains, judgeUnkeptLimits, type LimitFault } from "./domain/profile/limits.ts";
export {
  ENROLLMENT_METHODS,
  type EnrollmentMethod,
  type InputFault,
  isEnrollmentMethod,
  judgeMethodInputs,
  METHOD_RULES,
  type MethodInput,
  type Presence,
} from "./domain/profile/methods.ts";
export { type LimitWords, outsideLimits } from "./domain/profile/outside-limits.ts";
export {
  parentOrganization,
  type Resolution,
  resolveOrganization,
  resolveScmProfile,
} from "./domain/profile/resolve.ts";
export { READY_VIEW_NAMES, viewWords, withView } from "./domain/ready-views.ts";
// Assignment rules: what certificates get by what they are (core/domain/rules)
export { attributeName, attributeNames } from "./domain/rules/attribute-names.ts";
export { readFilterCondition } from "./domain/rules/filter-conditions.ts";
export { judgeRule, type RuleFault } from "./domain/rules/judge-rule.ts";
export { judgeWords, OPERATOR_WORDS } from "./domain/rules/read-condition.ts";
export { type GivenValue, readRow } from "./domain/rules/read-row.ts";
export {
  type AssignmentRule,
  type ConditionGroup,
  MATCHES,
  type Match,
} from "./domain/rules/rule.ts";
export { type RuleSet, readRules } from "./domain/rules/rule-set.ts";
export {
  gapsOfRules,
  type RuleByDetails,
  rulesByDetailsIn,
  tellRuleByDetails,
} from "./domain/rules/rules-by-details.ts";
export { findSame } from "./domain/same-certificate.ts";
export { rowAt, statusAt } from "./domain/status-at.ts";
export { findSuccessors, type HasSuccessor } from "./domain/successors.ts";
export { countUnjudged } from "./domain/unknown-violations.ts";
export { earliestEnd } from "./domain/validity.ts";
// Certificates, requests and names (core/pki)
export { type Certificate, readCertificatePem, readCertificatesPem } from "./pki/certificate.ts";
export { type CertificateChain, chainPem, fullChainPem } from "./pki/chain.ts";
export { type Csr, readCsr } from "./pki/csr.ts";
export { judgeCsr, judgeKeySpec, type KeyTypes, refuseUnclear, secretsOf } from "./pki/judge-csr.ts";
export { KEY_CURVES, type KeySpec, RSA_BITS } from "./pki/key-spec.ts";
export { makeCsr } from "./pki/make-csr.ts";
export { isServerName, namesMissing, readSan, type San, sameNames, withCommonName } from "./pki/names.ts";
export { pkcs7Pem } from "./pki/pkcs7.ts";
export { makePkcs12 } from "./pki/pkcs12.ts";
export {
  generatePrivateKey,
  type PrivateKey,
  privateKeyPem,
  publicKeyPem,
  readPrivateKey,
} from "./pki/private-key.ts";
export { keyIdentity, keyText, sameKey } from "./pki/public-key.ts";
export { requestText } from "./pki/request-text.ts";
export { normalizeSerial, sameSerial } from "./pki/serial.ts";
export type { CsrSubject } from "./pki/write-subject.ts";
export { faultsOfSubject } from "./pki/write-subject.ts";
export { DEFAULT_BASE_URL, judgeBaseUrl, judgeHost } from "./scm/base-url.ts";
export { createScmClient, type ScmClient, type ScmClientOptions } from "./scm/client.ts";
export { type KnownCodes, knownCodes } from "./scm/codes.ts";
export type { Login } from "./scm/login.ts";
export type { CertificateChange } from "./scm/resources/certificate-requests.ts";
export type { Delegation } from "./scm/resources/domains.ts";
export type { EndpointAccount, EndpointAuthentication } from "./scm/resources/endpoints.ts";
export type { AcmeAccount, AcmeClient, AcmeServer } from "./scm/schemas/acme.ts";
export {
  CERTIFICATE_STATUSES,
  type CertificateDetails,
} from "./scm/schemas/certificates.ts";
export { scmDateStart } from "./scm/schemas/dates.ts";
export type { DcvChallenge, DcvRow, DcvStatus, DomainDetails } from "./scm/schemas/domains.ts";
export type {
  EndpointAccountDetails,
  IdpRule,
} from "./scm/schemas/endpoints.ts";
export type {
  Organization,
  OrganizationDetails,
  OrganizationValidation,
} from "./scm/schemas/organizations.ts";
export type { CustomField, ScmProfile } from "./scm/schemas/profiles.ts";
export type { SslReportRow } from "./scm/schemas/reports.ts";
export { judgeSensors, SENSOR_MEMBERS, type Sensor, type SensorFault, sensorOf } from "./scm/sensors.ts";
export {
  CONNECTION_VARIABLES,
  type ConnectionSetting,
  loginOf,
  marksOf,
  needsOf,
  signInWays,
} from "./scm/sign-in.ts";
export { byStatus } from "./scm/status-meaning.ts";
export { refuseUnverifiedTls, systemAuthorities } from "./scm/tls-variables.ts";
export type { InventoryStore } from "./store/inventory-store.ts";
export { isInventoryKept, openInventoryStore, openMemoryInventory } from "./store/load-store.ts";
export { isDatabaseUrl, isUrl, judgeConfiguredPlace } from "./store/store-place.ts";
