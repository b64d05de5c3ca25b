"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.Certificate = exports.CertificateTimeoutsOutputReference = exports.CertificateSupersededList = exports.CertificateSupersededOutputReference = exports.CertificateSubjectOutputReference = exports.CertificateRenewalOutputReference = exports.CertificateProfileOutputReference = exports.CertificateProfileRenewalOutputReference = exports.CertificatePrivateKeyOutputReference = exports.CertificatePendingOutputReference = void 0;
exports.certificatePendingToTerraform = certificatePendingToTerraform;
exports.certificatePendingToHclTerraform = certificatePendingToHclTerraform;
exports.certificatePrivateKeyToTerraform = certificatePrivateKeyToTerraform;
exports.certificatePrivateKeyToHclTerraform = certificatePrivateKeyToHclTerraform;
exports.certificateProfileRenewalToTerraform = certificateProfileRenewalToTerraform;
exports.certificateProfileRenewalToHclTerraform = certificateProfileRenewalToHclTerraform;
exports.certificateProfileToTerraform = certificateProfileToTerraform;
exports.certificateProfileToHclTerraform = certificateProfileToHclTerraform;
exports.certificateRenewalToTerraform = certificateRenewalToTerraform;
exports.certificateRenewalToHclTerraform = certificateRenewalToHclTerraform;
exports.certificateSubjectToTerraform = certificateSubjectToTerraform;
exports.certificateSubjectToHclTerraform = certificateSubjectToHclTerraform;
exports.certificateSupersededToTerraform = certificateSupersededToTerraform;
exports.certificateSupersededToHclTerraform = certificateSupersededToHclTerraform;
exports.certificateTimeoutsToTerraform = certificateTimeoutsToTerraform;
exports.certificateTimeoutsToHclTerraform = certificateTimeoutsToHclTerraform;
const cdktn = __importStar(require("cdktn"));
function certificatePendingToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function certificatePendingToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class CertificatePendingOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get since() {
        return this.getStringAttribute('since');
    }
    get sslId() {
        return this.getNumberAttribute('ssl_id');
    }
}
exports.CertificatePendingOutputReference = CertificatePendingOutputReference;
function certificatePrivateKeyToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        algorithm: cdktn.stringToTerraform(struct.algorithm),
        curve: cdktn.stringToTerraform(struct.curve),
        size: cdktn.numberToTerraform(struct.size),
    };
}
function certificatePrivateKeyToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        algorithm: {
            value: cdktn.stringToHclTerraform(struct.algorithm),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        curve: {
            value: cdktn.stringToHclTerraform(struct.curve),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        size: {
            value: cdktn.numberToHclTerraform(struct.size),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class CertificatePrivateKeyOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._algorithm !== undefined) {
            hasAnyValues = true;
            internalValueResult.algorithm = this._algorithm;
        }
        if (this._curve !== undefined) {
            hasAnyValues = true;
            internalValueResult.curve = this._curve;
        }
        if (this._size !== undefined) {
            hasAnyValues = true;
            internalValueResult.size = this._size;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._algorithm = undefined;
            this._curve = undefined;
            this._size = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._algorithm = value.algorithm;
            this._curve = value.curve;
            this._size = value.size;
        }
    }
    get algorithm() {
        return this.getStringAttribute('algorithm');
    }
    set algorithm(value) {
        this._algorithm = value;
    }
    resetAlgorithm() {
        this._algorithm = undefined;
    }
    get algorithmInput() {
        return this._algorithm;
    }
    get curve() {
        return this.getStringAttribute('curve');
    }
    set curve(value) {
        this._curve = value;
    }
    resetCurve() {
        this._curve = undefined;
    }
    get curveInput() {
        return this._curve;
    }
    get size() {
        return this.getNumberAttribute('size');
    }
    set size(value) {
        this._size = value;
    }
    resetSize() {
        this._size = undefined;
    }
    get sizeInput() {
        return this._size;
    }
}
exports.CertificatePrivateKeyOutputReference = CertificatePrivateKeyOutputReference;
function certificateProfileRenewalToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        enabled: cdktn.booleanToTerraform(struct.enabled),
        hard_deadline_days: cdktn.numberToTerraform(struct.hardDeadlineDays),
        mode: cdktn.stringToTerraform(struct.mode),
        window_days: cdktn.numberToTerraform(struct.windowDays),
        window_share: cdktn.stringToTerraform(struct.windowShare),
    };
}
function certificateProfileRenewalToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        enabled: {
            value: cdktn.booleanToHclTerraform(struct.enabled),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        hard_deadline_days: {
            value: cdktn.numberToHclTerraform(struct.hardDeadlineDays),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        mode: {
            value: cdktn.stringToHclTerraform(struct.mode),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        window_days: {
            value: cdktn.numberToHclTerraform(struct.windowDays),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        window_share: {
            value: cdktn.stringToHclTerraform(struct.windowShare),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class CertificateProfileRenewalOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._enabled !== undefined) {
            hasAnyValues = true;
            internalValueResult.enabled = this._enabled;
        }
        if (this._hardDeadlineDays !== undefined) {
            hasAnyValues = true;
            internalValueResult.hardDeadlineDays = this._hardDeadlineDays;
        }
        if (this._mode !== undefined) {
            hasAnyValues = true;
            internalValueResult.mode = this._mode;
        }
        if (this._windowDays !== undefined) {
            hasAnyValues = true;
            internalValueResult.windowDays = this._windowDays;
        }
        if (this._windowShare !== undefined) {
            hasAnyValues = true;
            internalValueResult.windowShare = this._windowShare;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._enabled = undefined;
            this._hardDeadlineDays = undefined;
            this._mode = undefined;
            this._windowDays = undefined;
            this._windowShare = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._enabled = value.enabled;
            this._hardDeadlineDays = value.hardDeadlineDays;
            this._mode = value.mode;
            this._windowDays = value.windowDays;
            this._windowShare = value.windowShare;
        }
    }
    get enabled() {
        return this.getBooleanAttribute('enabled');
    }
    set enabled(value) {
        this._enabled = value;
    }
    resetEnabled() {
        this._enabled = undefined;
    }
    get enabledInput() {
        return this._enabled;
    }
    get hardDeadlineDays() {
        return this.getNumberAttribute('hard_deadline_days');
    }
    set hardDeadlineDays(value) {
        this._hardDeadlineDays = value;
    }
    resetHardDeadlineDays() {
        this._hardDeadlineDays = undefined;
    }
    get hardDeadlineDaysInput() {
        return this._hardDeadlineDays;
    }
    get mode() {
        return this.getStringAttribute('mode');
    }
    set mode(value) {
        this._mode = value;
    }
    resetMode() {
        this._mode = undefined;
    }
    get modeInput() {
        return this._mode;
    }
    get windowDays() {
        return this.getNumberAttribute('window_days');
    }
    set windowDays(value) {
        this._windowDays = value;
    }
    resetWindowDays() {
        this._windowDays = undefined;
    }
    get windowDaysInput() {
        return this._windowDays;
    }
    get windowShare() {
        return this.getStringAttribute('window_share');
    }
    set windowShare(value) {
        this._windowShare = value;
    }
    resetWindowShare() {
        this._windowShare = undefined;
    }
    get windowShareInput() {
        return this._windowShare;
    }
}
exports.CertificateProfileRenewalOutputReference = CertificateProfileRenewalOutputReference;
function certificateProfileToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        allowed_names: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.allowedNames),
        business_unit: cdktn.stringToTerraform(struct.businessUnit),
        custom_fields: cdktn.hashMapper(cdktn.stringToTerraform)(struct.customFields),
        customer_uri: cdktn.stringToTerraform(struct.customerUri),
        enrollment_method: cdktn.stringToTerraform(struct.enrollmentMethod),
        external_requesters: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.externalRequesters),
        host: cdktn.stringToTerraform(struct.host),
        key_types: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.keyTypes),
        organization_id: cdktn.numberToTerraform(struct.organizationId),
        owners: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.owners),
        renewal: certificateProfileRenewalToTerraform(struct.renewal),
        scm_profile_id: cdktn.numberToTerraform(struct.scmProfileId),
        sensor: cdktn.stringToTerraform(struct.sensor),
        sensors: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.sensors),
        skip_validation_check: cdktn.booleanToTerraform(struct.skipValidationCheck),
        tags: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.tags),
        term_days: cdktn.numberToTerraform(struct.termDays),
        version: cdktn.numberToTerraform(struct.version),
    };
}
function certificateProfileToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        allowed_names: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.allowedNames),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        business_unit: {
            value: cdktn.stringToHclTerraform(struct.businessUnit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        custom_fields: {
            value: cdktn.hashMapperHcl(cdktn.stringToHclTerraform)(struct.customFields),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        customer_uri: {
            value: cdktn.stringToHclTerraform(struct.customerUri),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        enrollment_method: {
            value: cdktn.stringToHclTerraform(struct.enrollmentMethod),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        external_requesters: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.externalRequesters),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        host: {
            value: cdktn.stringToHclTerraform(struct.host),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        key_types: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.keyTypes),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        organization_id: {
            value: cdktn.numberToHclTerraform(struct.organizationId),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        owners: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.owners),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        renewal: {
            value: certificateProfileRenewalToHclTerraform(struct.renewal),
            isBlock: true,
            type: "struct",
            storageClassType: "CertificateProfileRenewal",
        },
        scm_profile_id: {
            value: cdktn.numberToHclTerraform(struct.scmProfileId),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        sensor: {
            value: cdktn.stringToHclTerraform(struct.sensor),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        sensors: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.sensors),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        skip_validation_check: {
            value: cdktn.booleanToHclTerraform(struct.skipValidationCheck),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        tags: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.tags),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        term_days: {
            value: cdktn.numberToHclTerraform(struct.termDays),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        version: {
            value: cdktn.numberToHclTerraform(struct.version),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class CertificateProfileOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._renewal = new CertificateProfileRenewalOutputReference(this, "renewal");
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._allowedNames !== undefined) {
            hasAnyValues = true;
            internalValueResult.allowedNames = this._allowedNames;
        }
        if (this._businessUnit !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnit = this._businessUnit;
        }
        if (this._customFields !== undefined) {
            hasAnyValues = true;
            internalValueResult.customFields = this._customFields;
        }
        if (this._customerUri !== undefined) {
            hasAnyValues = true;
            internalValueResult.customerUri = this._customerUri;
        }
        if (this._enrollmentMethod !== undefined) {
            hasAnyValues = true;
            internalValueResult.enrollmentMethod = this._enrollmentMethod;
        }
        if (this._externalRequesters !== undefined) {
            hasAnyValues = true;
            internalValueResult.externalRequesters = this._externalRequesters;
        }
        if (this._host !== undefined) {
            hasAnyValues = true;
            internalValueResult.host = this._host;
        }
        if (this._keyTypes !== undefined) {
            hasAnyValues = true;
            internalValueResult.keyTypes = this._keyTypes;
        }
        if (this._organizationId !== undefined) {
            hasAnyValues = true;
            internalValueResult.organizationId = this._organizationId;
        }
        if (this._owners !== undefined) {
            hasAnyValues = true;
            internalValueResult.owners = this._owners;
        }
        if (this._renewal?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.renewal = this._renewal?.internalValue;
        }
        if (this._scmProfileId !== undefined) {
            hasAnyValues = true;
            internalValueResult.scmProfileId = this._scmProfileId;
        }
        if (this._sensor !== undefined) {
            hasAnyValues = true;
            internalValueResult.sensor = this._sensor;
        }
        if (this._sensors !== undefined) {
            hasAnyValues = true;
            internalValueResult.sensors = this._sensors;
        }
        if (this._skipValidationCheck !== undefined) {
            hasAnyValues = true;
            internalValueResult.skipValidationCheck = this._skipValidationCheck;
        }
        if (this._tags !== undefined) {
            hasAnyValues = true;
            internalValueResult.tags = this._tags;
        }
        if (this._termDays !== undefined) {
            hasAnyValues = true;
            internalValueResult.termDays = this._termDays;
        }
        if (this._version !== undefined) {
            hasAnyValues = true;
            internalValueResult.version = this._version;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._allowedNames = undefined;
            this._businessUnit = undefined;
            this._customFields = undefined;
            this._customerUri = undefined;
            this._enrollmentMethod = undefined;
            this._externalRequesters = undefined;
            this._host = undefined;
            this._keyTypes = undefined;
            this._organizationId = undefined;
            this._owners = undefined;
            this._renewal.internalValue = undefined;
            this._scmProfileId = undefined;
            this._sensor = undefined;
            this._sensors = undefined;
            this._skipValidationCheck = undefined;
            this._tags = undefined;
            this._termDays = undefined;
            this._version = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._allowedNames = value.allowedNames;
            this._businessUnit = value.businessUnit;
            this._customFields = value.customFields;
            this._customerUri = value.customerUri;
            this._enrollmentMethod = value.enrollmentMethod;
            this._externalRequesters = value.externalRequesters;
            this._host = value.host;
            this._keyTypes = value.keyTypes;
            this._organizationId = value.organizationId;
            this._owners = value.owners;
            this._renewal.internalValue = value.renewal;
            this._scmProfileId = value.scmProfileId;
            this._sensor = value.sensor;
            this._sensors = value.sensors;
            this._skipValidationCheck = value.skipValidationCheck;
            this._tags = value.tags;
            this._termDays = value.termDays;
            this._version = value.version;
        }
    }
    get allowedNames() {
        return cdktn.Fn.tolist(this.getListAttribute('allowed_names'));
    }
    set allowedNames(value) {
        this._allowedNames = value;
    }
    resetAllowedNames() {
        this._allowedNames = undefined;
    }
    get allowedNamesInput() {
        return this._allowedNames;
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    set businessUnit(value) {
        this._businessUnit = value;
    }
    resetBusinessUnit() {
        this._businessUnit = undefined;
    }
    get businessUnitInput() {
        return this._businessUnit;
    }
    get customFields() {
        return this.getStringMapAttribute('custom_fields');
    }
    set customFields(value) {
        this._customFields = value;
    }
    resetCustomFields() {
        this._customFields = undefined;
    }
    get customFieldsInput() {
        return this._customFields;
    }
    get customerUri() {
        return this.getStringAttribute('customer_uri');
    }
    set customerUri(value) {
        this._customerUri = value;
    }
    resetCustomerUri() {
        this._customerUri = undefined;
    }
    get customerUriInput() {
        return this._customerUri;
    }
    get enrollmentMethod() {
        return this.getStringAttribute('enrollment_method');
    }
    set enrollmentMethod(value) {
        this._enrollmentMethod = value;
    }
    resetEnrollmentMethod() {
        this._enrollmentMethod = undefined;
    }
    get enrollmentMethodInput() {
        return this._enrollmentMethod;
    }
    get externalRequesters() {
        return cdktn.Fn.tolist(this.getListAttribute('external_requesters'));
    }
    set externalRequesters(value) {
        this._externalRequesters = value;
    }
    resetExternalRequesters() {
        this._externalRequesters = undefined;
    }
    get externalRequestersInput() {
        return this._externalRequesters;
    }
    get host() {
        return this.getStringAttribute('host');
    }
    set host(value) {
        this._host = value;
    }
    resetHost() {
        this._host = undefined;
    }
    get hostInput() {
        return this._host;
    }
    get keyTypes() {
        return cdktn.Fn.tolist(this.getListAttribute('key_types'));
    }
    set keyTypes(value) {
        this._keyTypes = value;
    }
    resetKeyTypes() {
        this._keyTypes = undefined;
    }
    get keyTypesInput() {
        return this._keyTypes;
    }
    get organizationId() {
        return this.getNumberAttribute('organization_id');
    }
    set organizationId(value) {
        this._organizationId = value;
    }
    resetOrganizationId() {
        this._organizationId = undefined;
    }
    get organizationIdInput() {
        return this._organizationId;
    }
    get owners() {
        return cdktn.Fn.tolist(this.getListAttribute('owners'));
    }
    set owners(value) {
        this._owners = value;
    }
    resetOwners() {
        this._owners = undefined;
    }
    get ownersInput() {
        return this._owners;
    }
    get renewal() {
        return this._renewal;
    }
    putRenewal(value) {
        this._renewal.internalValue = value;
    }
    resetRenewal() {
        this._renewal.internalValue = undefined;
    }
    get renewalInput() {
        return this._renewal.internalValue;
    }
    get scmProfileId() {
        return this.getNumberAttribute('scm_profile_id');
    }
    set scmProfileId(value) {
        this._scmProfileId = value;
    }
    resetScmProfileId() {
        this._scmProfileId = undefined;
    }
    get scmProfileIdInput() {
        return this._scmProfileId;
    }
    get sensor() {
        return this.getStringAttribute('sensor');
    }
    set sensor(value) {
        this._sensor = value;
    }
    resetSensor() {
        this._sensor = undefined;
    }
    get sensorInput() {
        return this._sensor;
    }
    get sensors() {
        return this.getListAttribute('sensors');
    }
    set sensors(value) {
        this._sensors = value;
    }
    resetSensors() {
        this._sensors = undefined;
    }
    get sensorsInput() {
        return this._sensors;
    }
    get skipValidationCheck() {
        return this.getBooleanAttribute('skip_validation_check');
    }
    set skipValidationCheck(value) {
        this._skipValidationCheck = value;
    }
    resetSkipValidationCheck() {
        this._skipValidationCheck = undefined;
    }
    get skipValidationCheckInput() {
        return this._skipValidationCheck;
    }
    get tags() {
        return cdktn.Fn.tolist(this.getListAttribute('tags'));
    }
    set tags(value) {
        this._tags = value;
    }
    resetTags() {
        this._tags = undefined;
    }
    get tagsInput() {
        return this._tags;
    }
    get termDays() {
        return this.getNumberAttribute('term_days');
    }
    set termDays(value) {
        this._termDays = value;
    }
    resetTermDays() {
        this._termDays = undefined;
    }
    get termDaysInput() {
        return this._termDays;
    }
    get version() {
        return this.getNumberAttribute('version');
    }
    set version(value) {
        this._version = value;
    }
    resetVersion() {
        this._version = undefined;
    }
    get versionInput() {
        return this._version;
    }
}
exports.CertificateProfileOutputReference = CertificateProfileOutputReference;
function certificateRenewalToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        enabled: cdktn.booleanToTerraform(struct.enabled),
        hard_deadline_days: cdktn.numberToTerraform(struct.hardDeadlineDays),
        mode: cdktn.stringToTerraform(struct.mode),
        window_days: cdktn.numberToTerraform(struct.windowDays),
        window_share: cdktn.stringToTerraform(struct.windowShare),
    };
}
function certificateRenewalToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        enabled: {
            value: cdktn.booleanToHclTerraform(struct.enabled),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        hard_deadline_days: {
            value: cdktn.numberToHclTerraform(struct.hardDeadlineDays),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        mode: {
            value: cdktn.stringToHclTerraform(struct.mode),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        window_days: {
            value: cdktn.numberToHclTerraform(struct.windowDays),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        window_share: {
            value: cdktn.stringToHclTerraform(struct.windowShare),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class CertificateRenewalOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._enabled !== undefined) {
            hasAnyValues = true;
            internalValueResult.enabled = this._enabled;
        }
        if (this._hardDeadlineDays !== undefined) {
            hasAnyValues = true;
            internalValueResult.hardDeadlineDays = this._hardDeadlineDays;
        }
        if (this._mode !== undefined) {
            hasAnyValues = true;
            internalValueResult.mode = this._mode;
        }
        if (this._windowDays !== undefined) {
            hasAnyValues = true;
            internalValueResult.windowDays = this._windowDays;
        }
        if (this._windowShare !== undefined) {
            hasAnyValues = true;
            internalValueResult.windowShare = this._windowShare;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._enabled = undefined;
            this._hardDeadlineDays = undefined;
            this._mode = undefined;
            this._windowDays = undefined;
            this._windowShare = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._enabled = value.enabled;
            this._hardDeadlineDays = value.hardDeadlineDays;
            this._mode = value.mode;
            this._windowDays = value.windowDays;
            this._windowShare = value.windowShare;
        }
    }
    get enabled() {
        return this.getBooleanAttribute('enabled');
    }
    set enabled(value) {
        this._enabled = value;
    }
    resetEnabled() {
        this._enabled = undefined;
    }
    get enabledInput() {
        return this._enabled;
    }
    get hardDeadlineDays() {
        return this.getNumberAttribute('hard_deadline_days');
    }
    set hardDeadlineDays(value) {
        this._hardDeadlineDays = value;
    }
    resetHardDeadlineDays() {
        this._hardDeadlineDays = undefined;
    }
    get hardDeadlineDaysInput() {
        return this._hardDeadlineDays;
    }
    get mode() {
        return this.getStringAttribute('mode');
    }
    set mode(value) {
        this._mode = value;
    }
    resetMode() {
        this._mode = undefined;
    }
    get modeInput() {
        return this._mode;
    }
    get windowDays() {
        return this.getNumberAttribute('window_days');
    }
    set windowDays(value) {
        this._windowDays = value;
    }
    resetWindowDays() {
        this._windowDays = undefined;
    }
    get windowDaysInput() {
        return this._windowDays;
    }
    get windowShare() {
        return this.getStringAttribute('window_share');
    }
    set windowShare(value) {
        this._windowShare = value;
    }
    resetWindowShare() {
        this._windowShare = undefined;
    }
    get windowShareInput() {
        return this._windowShare;
    }
}
exports.CertificateRenewalOutputReference = CertificateRenewalOutputReference;
function certificateSubjectToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        common_name: cdktn.stringToTerraform(struct.commonName),
        country: cdktn.stringToTerraform(struct.country),
        locality: cdktn.stringToTerraform(struct.locality),
        organization: cdktn.stringToTerraform(struct.organization),
        organizational_unit: cdktn.stringToTerraform(struct.organizationalUnit),
        state: cdktn.stringToTerraform(struct.state),
    };
}
function certificateSubjectToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        common_name: {
            value: cdktn.stringToHclTerraform(struct.commonName),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        country: {
            value: cdktn.stringToHclTerraform(struct.country),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        locality: {
            value: cdktn.stringToHclTerraform(struct.locality),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        organization: {
            value: cdktn.stringToHclTerraform(struct.organization),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        organizational_unit: {
            value: cdktn.stringToHclTerraform(struct.organizationalUnit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        state: {
            value: cdktn.stringToHclTerraform(struct.state),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class CertificateSubjectOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._commonName !== undefined) {
            hasAnyValues = true;
            internalValueResult.commonName = this._commonName;
        }
        if (this._country !== undefined) {
            hasAnyValues = true;
            internalValueResult.country = this._country;
        }
        if (this._locality !== undefined) {
            hasAnyValues = true;
            internalValueResult.locality = this._locality;
        }
        if (this._organization !== undefined) {
            hasAnyValues = true;
            internalValueResult.organization = this._organization;
        }
        if (this._organizationalUnit !== undefined) {
            hasAnyValues = true;
            internalValueResult.organizationalUnit = this._organizationalUnit;
        }
        if (this._state !== undefined) {
            hasAnyValues = true;
            internalValueResult.state = this._state;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._commonName = undefined;
            this._country = undefined;
            this._locality = undefined;
            this._organization = undefined;
            this._organizationalUnit = undefined;
            this._state = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._commonName = value.commonName;
            this._country = value.country;
            this._locality = value.locality;
            this._organization = value.organization;
            this._organizationalUnit = value.organizationalUnit;
            this._state = value.state;
        }
    }
    get commonName() {
        return this.getStringAttribute('common_name');
    }
    set commonName(value) {
        this._commonName = value;
    }
    resetCommonName() {
        this._commonName = undefined;
    }
    get commonNameInput() {
        return this._commonName;
    }
    get country() {
        return this.getStringAttribute('country');
    }
    set country(value) {
        this._country = value;
    }
    resetCountry() {
        this._country = undefined;
    }
    get countryInput() {
        return this._country;
    }
    get locality() {
        return this.getStringAttribute('locality');
    }
    set locality(value) {
        this._locality = value;
    }
    resetLocality() {
        this._locality = undefined;
    }
    get localityInput() {
        return this._locality;
    }
    get organization() {
        return this.getStringAttribute('organization');
    }
    set organization(value) {
        this._organization = value;
    }
    resetOrganization() {
        this._organization = undefined;
    }
    get organizationInput() {
        return this._organization;
    }
    get organizationalUnit() {
        return this.getStringAttribute('organizational_unit');
    }
    set organizationalUnit(value) {
        this._organizationalUnit = value;
    }
    resetOrganizationalUnit() {
        this._organizationalUnit = undefined;
    }
    get organizationalUnitInput() {
        return this._organizationalUnit;
    }
    get state() {
        return this.getStringAttribute('state');
    }
    set state(value) {
        this._state = value;
    }
    resetState() {
        this._state = undefined;
    }
    get stateInput() {
        return this._state;
    }
}
exports.CertificateSubjectOutputReference = CertificateSubjectOutputReference;
function certificateSupersededToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function certificateSupersededToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class CertificateSupersededOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get notAfter() {
        return this.getStringAttribute('not_after');
    }
    get serialNumber() {
        return this.getStringAttribute('serial_number');
    }
    get sslId() {
        return this.getNumberAttribute('ssl_id');
    }
}
exports.CertificateSupersededOutputReference = CertificateSupersededOutputReference;
class CertificateSupersededList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new CertificateSupersededOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.CertificateSupersededList = CertificateSupersededList;
function certificateTimeoutsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        create: cdktn.stringToTerraform(struct.create),
        delete: cdktn.stringToTerraform(struct.delete),
        read: cdktn.stringToTerraform(struct.read),
        update: cdktn.stringToTerraform(struct.update),
    };
}
function certificateTimeoutsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        create: {
            value: cdktn.stringToHclTerraform(struct.create),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        delete: {
            value: cdktn.stringToHclTerraform(struct.delete),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        read: {
            value: cdktn.stringToHclTerraform(struct.read),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        update: {
            value: cdktn.stringToHclTerraform(struct.update),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class CertificateTimeoutsOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._create !== undefined) {
            hasAnyValues = true;
            internalValueResult.create = this._create;
        }
        if (this._delete !== undefined) {
            hasAnyValues = true;
            internalValueResult.delete = this._delete;
        }
        if (this._read !== undefined) {
            hasAnyValues = true;
            internalValueResult.read = this._read;
        }
        if (this._update !== undefined) {
            hasAnyValues = true;
            internalValueResult.update = this._update;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._create = undefined;
            this._delete = undefined;
            this._read = undefined;
            this._update = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._create = value.create;
            this._delete = value.delete;
            this._read = value.read;
            this._update = value.update;
        }
    }
    get create() {
        return this.getStringAttribute('create');
    }
    set create(value) {
        this._create = value;
    }
    resetCreate() {
        this._create = undefined;
    }
    get createInput() {
        return this._create;
    }
    get delete() {
        return this.getStringAttribute('delete');
    }
    set delete(value) {
        this._delete = value;
    }
    resetDelete() {
        this._delete = undefined;
    }
    get deleteInput() {
        return this._delete;
    }
    get read() {
        return this.getStringAttribute('read');
    }
    set read(value) {
        this._read = value;
    }
    resetRead() {
        this._read = undefined;
    }
    get readInput() {
        return this._read;
    }
    get update() {
        return this.getStringAttribute('update');
    }
    set update(value) {
        this._update = value;
    }
    resetUpdate() {
        this._update = undefined;
    }
    get updateInput() {
        return this._update;
    }
}
exports.CertificateTimeoutsOutputReference = CertificateTimeoutsOutputReference;
class Certificate extends cdktn.TerraformResource {
    static { this.tfResourceType = "sectigo_certificate"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_certificate", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'sectigo_certificate',
            terraformGeneratorMetadata: {
                providerName: 'sectigo',
                providerVersion: '0.1.0'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._pending = new CertificatePendingOutputReference(this, "pending");
        this._privateKey = new CertificatePrivateKeyOutputReference(this, "private_key");
        this._profile = new CertificateProfileOutputReference(this, "profile");
        this._renewal = new CertificateRenewalOutputReference(this, "renewal");
        this._subject = new CertificateSubjectOutputReference(this, "subject");
        this._superseded = new CertificateSupersededList(this, "superseded", false);
        this._timeouts = new CertificateTimeoutsOutputReference(this, "timeouts");
        this._comments = config.comments;
        this._csrPem = config.csrPem;
        this._customFields = config.customFields;
        this._externalRequesters = config.externalRequesters;
        this._onPending = config.onPending;
        this._orderKey = config.orderKey;
        this._organizationId = config.organizationId;
        this._privateKey.internalValue = config.privateKey;
        this._privateKeyWo = config.privateKeyWo;
        this._privateKeyWoVersion = config.privateKeyWoVersion;
        this._profile.internalValue = config.profile;
        this._renewal.internalValue = config.renewal;
        this._revocationReason = config.revocationReason;
        this._revokeOnDestroy = config.revokeOnDestroy;
        this._revokeSuperseded = config.revokeSuperseded;
        this._scmProfileId = config.scmProfileId;
        this._sensor = config.sensor;
        this._skipValidationCheck = config.skipValidationCheck;
        this._subject.internalValue = config.subject;
        this._subjectAlternativeNames = config.subjectAlternativeNames;
        this._termDays = config.termDays;
        this._timeouts.internalValue = config.timeouts;
        this._trustType = config.trustType;
        this._whenMissing = config.whenMissing;
        this._whenRevoked = config.whenRevoked;
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    get certificatePem() {
        return this.getStringAttribute('certificate_pem');
    }
    get chainPem() {
        return this.getStringAttribute('chain_pem');
    }
    get comments() {
        return this.getStringAttribute('comments');
    }
    set comments(value) {
        this._comments = value;
    }
    resetComments() {
        this._comments = undefined;
    }
    get commentsInput() {
        return this._comments;
    }
    get csrPem() {
        return this.getStringAttribute('csr_pem');
    }
    set csrPem(value) {
        this._csrPem = value;
    }
    resetCsrPem() {
        this._csrPem = undefined;
    }
    get csrPemInput() {
        return this._csrPem;
    }
    get customFields() {
        return this.getStringMapAttribute('custom_fields');
    }
    set customFields(value) {
        this._customFields = value;
    }
    resetCustomFields() {
        this._customFields = undefined;
    }
    get customFieldsInput() {
        return this._customFields;
    }
    get externalRequesters() {
        return cdktn.Fn.tolist(this.getListAttribute('external_requesters'));
    }
    set externalRequesters(value) {
        this._externalRequesters = value;
    }
    resetExternalRequesters() {
        this._externalRequesters = undefined;
    }
    get externalRequestersInput() {
        return this._externalRequesters;
    }
    get fingerprintSha256() {
        return this.getStringAttribute('fingerprint_sha256');
    }
    get fullChainPem() {
        return this.getStringAttribute('full_chain_pem');
    }
    get issuer() {
        return this.getStringAttribute('issuer');
    }
    get notAfter() {
        return this.getStringAttribute('not_after');
    }
    get notBefore() {
        return this.getStringAttribute('not_before');
    }
    get onPending() {
        return this.getStringAttribute('on_pending');
    }
    set onPending(value) {
        this._onPending = value;
    }
    resetOnPending() {
        this._onPending = undefined;
    }
    get onPendingInput() {
        return this._onPending;
    }
    get orderKey() {
        return this.getStringAttribute('order_key');
    }
    set orderKey(value) {
        this._orderKey = value;
    }
    resetOrderKey() {
        this._orderKey = undefined;
    }
    get orderKeyInput() {
        return this._orderKey;
    }
    get organizationId() {
        return this.getNumberAttribute('organization_id');
    }
    set organizationId(value) {
        this._organizationId = value;
    }
    resetOrganizationId() {
        this._organizationId = undefined;
    }
    get organizationIdInput() {
        return this._organizationId;
    }
    get pending() {
        return this._pending;
    }
    get privateKey() {
        return this._privateKey;
    }
    putPrivateKey(value) {
        this._privateKey.internalValue = value;
    }
    resetPrivateKey() {
        this._privateKey.internalValue = undefined;
    }
    get privateKeyInput() {
        return this._privateKey.internalValue;
    }
    get privateKeyPem() {
        return this.getStringAttribute('private_key_pem');
    }
    get privateKeyWo() {
        return this.getStringAttribute('private_key_wo');
    }
    set privateKeyWo(value) {
        this._privateKeyWo = value;
    }
    resetPrivateKeyWo() {
        this._privateKeyWo = undefined;
    }
    get privateKeyWoInput() {
        return this._privateKeyWo;
    }
    get privateKeyWoVersion() {
        return this.getNumberAttribute('private_key_wo_version');
    }
    set privateKeyWoVersion(value) {
        this._privateKeyWoVersion = value;
    }
    resetPrivateKeyWoVersion() {
        this._privateKeyWoVersion = undefined;
    }
    get privateKeyWoVersionInput() {
        return this._privateKeyWoVersion;
    }
    get profile() {
        return this._profile;
    }
    putProfile(value) {
        this._profile.internalValue = value;
    }
    resetProfile() {
        this._profile.internalValue = undefined;
    }
    get profileInput() {
        return this._profile.internalValue;
    }
    get renewAfter() {
        return this.getStringAttribute('renew_after');
    }
    get renewal() {
        return this._renewal;
    }
    putRenewal(value) {
        this._renewal.internalValue = value;
    }
    resetRenewal() {
        this._renewal.internalValue = undefined;
    }
    get renewalInput() {
        return this._renewal.internalValue;
    }
    get revocationReason() {
        return this.getStringAttribute('revocation_reason');
    }
    set revocationReason(value) {
        this._revocationReason = value;
    }
    resetRevocationReason() {
        this._revocationReason = undefined;
    }
    get revocationReasonInput() {
        return this._revocationReason;
    }
    get revokeOnDestroy() {
        return this.getBooleanAttribute('revoke_on_destroy');
    }
    set revokeOnDestroy(value) {
        this._revokeOnDestroy = value;
    }
    resetRevokeOnDestroy() {
        this._revokeOnDestroy = undefined;
    }
    get revokeOnDestroyInput() {
        return this._revokeOnDestroy;
    }
    get revokeSuperseded() {
        return this.getBooleanAttribute('revoke_superseded');
    }
    set revokeSuperseded(value) {
        this._revokeSuperseded = value;
    }
    resetRevokeSuperseded() {
        this._revokeSuperseded = undefined;
    }
    get revokeSupersededInput() {
        return this._revokeSuperseded;
    }
    get scmProfileId() {
        return this.getNumberAttribute('scm_profile_id');
    }
    set scmProfileId(value) {
        this._scmProfileId = value;
    }
    resetScmProfileId() {
        this._scmProfileId = undefined;
    }
    get scmProfileIdInput() {
        return this._scmProfileId;
    }
    get sensor() {
        return this.getStringAttribute('sensor');
    }
    set sensor(value) {
        this._sensor = value;
    }
    resetSensor() {
        this._sensor = undefined;
    }
    get sensorInput() {
        return this._sensor;
    }
    get serialNumber() {
        return this.getStringAttribute('serial_number');
    }
    get skipValidationCheck() {
        return this.getBooleanAttribute('skip_validation_check');
    }
    set skipValidationCheck(value) {
        this._skipValidationCheck = value;
    }
    resetSkipValidationCheck() {
        this._skipValidationCheck = undefined;
    }
    get skipValidationCheckInput() {
        return this._skipValidationCheck;
    }
    get sslId() {
        return this.getNumberAttribute('ssl_id');
    }
    get status() {
        return this.getStringAttribute('status');
    }
    get subject() {
        return this._subject;
    }
    putSubject(value) {
        this._subject.internalValue = value;
    }
    resetSubject() {
        this._subject.internalValue = undefined;
    }
    get subjectInput() {
        return this._subject.internalValue;
    }
    get subjectAlternativeNames() {
        return cdktn.Fn.tolist(this.getListAttribute('subject_alternative_names'));
    }
    set subjectAlternativeNames(value) {
        this._subjectAlternativeNames = value;
    }
    resetSubjectAlternativeNames() {
        this._subjectAlternativeNames = undefined;
    }
    get subjectAlternativeNamesInput() {
        return this._subjectAlternativeNames;
    }
    get superseded() {
        return this._superseded;
    }
    get termDays() {
        return this.getNumberAttribute('term_days');
    }
    set termDays(value) {
        this._termDays = value;
    }
    resetTermDays() {
        this._termDays = undefined;
    }
    get termDaysInput() {
        return this._termDays;
    }
    get timeouts() {
        return this._timeouts;
    }
    putTimeouts(value) {
        this._timeouts.internalValue = value;
    }
    resetTimeouts() {
        this._timeouts.internalValue = undefined;
    }
    get timeoutsInput() {
        return this._timeouts.internalValue;
    }
    get trustType() {
        return this.getStringAttribute('trust_type');
    }
    set trustType(value) {
        this._trustType = value;
    }
    resetTrustType() {
        this._trustType = undefined;
    }
    get trustTypeInput() {
        return this._trustType;
    }
    get whenMissing() {
        return this.getStringAttribute('when_missing');
    }
    set whenMissing(value) {
        this._whenMissing = value;
    }
    resetWhenMissing() {
        this._whenMissing = undefined;
    }
    get whenMissingInput() {
        return this._whenMissing;
    }
    get whenRevoked() {
        return this.getStringAttribute('when_revoked');
    }
    set whenRevoked(value) {
        this._whenRevoked = value;
    }
    resetWhenRevoked() {
        this._whenRevoked = undefined;
    }
    get whenRevokedInput() {
        return this._whenRevoked;
    }
    synthesizeAttributes() {
        return {
            comments: cdktn.stringToTerraform(this._comments),
            csr_pem: cdktn.stringToTerraform(this._csrPem),
            custom_fields: cdktn.hashMapper(cdktn.stringToTerraform)(this._customFields),
            external_requesters: cdktn.listMapper(cdktn.stringToTerraform, false)(this._externalRequesters),
            on_pending: cdktn.stringToTerraform(this._onPending),
            order_key: cdktn.stringToTerraform(this._orderKey),
            organization_id: cdktn.numberToTerraform(this._organizationId),
            private_key: certificatePrivateKeyToTerraform(this._privateKey.internalValue),
            private_key_wo: this.markWriteOnlyAttribute(cdktn.stringToTerraform(this._privateKeyWo)),
            private_key_wo_version: cdktn.numberToTerraform(this._privateKeyWoVersion),
            profile: certificateProfileToTerraform(this._profile.internalValue),
            renewal: certificateRenewalToTerraform(this._renewal.internalValue),
            revocation_reason: cdktn.stringToTerraform(this._revocationReason),
            revoke_on_destroy: cdktn.booleanToTerraform(this._revokeOnDestroy),
            revoke_superseded: cdktn.booleanToTerraform(this._revokeSuperseded),
            scm_profile_id: cdktn.numberToTerraform(this._scmProfileId),
            sensor: cdktn.stringToTerraform(this._sensor),
            skip_validation_check: cdktn.booleanToTerraform(this._skipValidationCheck),
            subject: certificateSubjectToTerraform(this._subject.internalValue),
            subject_alternative_names: cdktn.listMapper(cdktn.stringToTerraform, false)(this._subjectAlternativeNames),
            term_days: cdktn.numberToTerraform(this._termDays),
            timeouts: certificateTimeoutsToTerraform(this._timeouts.internalValue),
            trust_type: cdktn.stringToTerraform(this._trustType),
            when_missing: cdktn.stringToTerraform(this._whenMissing),
            when_revoked: cdktn.stringToTerraform(this._whenRevoked),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            comments: {
                value: cdktn.stringToHclTerraform(this._comments),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            csr_pem: {
                value: cdktn.stringToHclTerraform(this._csrPem),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            custom_fields: {
                value: cdktn.hashMapperHcl(cdktn.stringToHclTerraform)(this._customFields),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            external_requesters: {
                value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._externalRequesters),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            on_pending: {
                value: cdktn.stringToHclTerraform(this._onPending),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            order_key: {
                value: cdktn.stringToHclTerraform(this._orderKey),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            organization_id: {
                value: cdktn.numberToHclTerraform(this._organizationId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            private_key: {
                value: certificatePrivateKeyToHclTerraform(this._privateKey.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "CertificatePrivateKey",
            },
            private_key_wo: {
                value: this.markWriteOnlyAttribute(cdktn.stringToHclTerraform(this._privateKeyWo)),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            private_key_wo_version: {
                value: cdktn.numberToHclTerraform(this._privateKeyWoVersion),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            profile: {
                value: certificateProfileToHclTerraform(this._profile.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "CertificateProfile",
            },
            renewal: {
                value: certificateRenewalToHclTerraform(this._renewal.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "CertificateRenewal",
            },
            revocation_reason: {
                value: cdktn.stringToHclTerraform(this._revocationReason),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            revoke_on_destroy: {
                value: cdktn.booleanToHclTerraform(this._revokeOnDestroy),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            revoke_superseded: {
                value: cdktn.booleanToHclTerraform(this._revokeSuperseded),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            scm_profile_id: {
                value: cdktn.numberToHclTerraform(this._scmProfileId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            sensor: {
                value: cdktn.stringToHclTerraform(this._sensor),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            skip_validation_check: {
                value: cdktn.booleanToHclTerraform(this._skipValidationCheck),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            subject: {
                value: certificateSubjectToHclTerraform(this._subject.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "CertificateSubject",
            },
            subject_alternative_names: {
                value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._subjectAlternativeNames),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            term_days: {
                value: cdktn.numberToHclTerraform(this._termDays),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            timeouts: {
                value: certificateTimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "CertificateTimeouts",
            },
            trust_type: {
                value: cdktn.stringToHclTerraform(this._trustType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            when_missing: {
                value: cdktn.stringToHclTerraform(this._whenMissing),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            when_revoked: {
                value: cdktn.stringToHclTerraform(this._whenRevoked),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Certificate = Certificate;
