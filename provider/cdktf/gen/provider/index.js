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
exports.SectigoProvider = void 0;
exports.sectigoProviderSensorsToTerraform = sectigoProviderSensorsToTerraform;
exports.sectigoProviderSensorsToHclTerraform = sectigoProviderSensorsToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function sectigoProviderSensorsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        base_url: cdktf.stringToTerraform(struct.baseUrl),
        ca_certificates_pem: cdktf.stringToTerraform(struct.caCertificatesPem),
        name: cdktf.stringToTerraform(struct.name),
        proxy_password: cdktf.stringToTerraform(struct.proxyPassword),
        proxy_url: cdktf.stringToTerraform(struct.proxyUrl),
        proxy_username: cdktf.stringToTerraform(struct.proxyUsername),
    };
}
function sectigoProviderSensorsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        base_url: {
            value: cdktf.stringToHclTerraform(struct.baseUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        ca_certificates_pem: {
            value: cdktf.stringToHclTerraform(struct.caCertificatesPem),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        name: {
            value: cdktf.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        proxy_password: {
            value: cdktf.stringToHclTerraform(struct.proxyPassword),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        proxy_url: {
            value: cdktf.stringToHclTerraform(struct.proxyUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        proxy_username: {
            value: cdktf.stringToHclTerraform(struct.proxyUsername),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class SectigoProvider extends cdktf.TerraformProvider {
    static { this.tfResourceType = "sectigo"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "sectigo", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'sectigo',
            terraformGeneratorMetadata: {
                providerName: 'sectigo',
                providerVersion: '0.1.0'
            },
            terraformProviderSource: 'registry.terraform.io/scm-as-code/sectigo'
        });
        this._adoptWithin = config.adoptWithin;
        this._baseUrl = config.baseUrl;
        this._businessUnits = config.businessUnits;
        this._clientCertificatePem = config.clientCertificatePem;
        this._clientId = config.clientId;
        this._clientKeyPem = config.clientKeyPem;
        this._clientSecret = config.clientSecret;
        this._customerUri = config.customerUri;
        this._maxOrdersPerRun = config.maxOrdersPerRun;
        this._maxParallelRequests = config.maxParallelRequests;
        this._maxRevocationsPerRun = config.maxRevocationsPerRun;
        this._orderScope = config.orderScope;
        this._password = config.password;
        this._requestTimeout = config.requestTimeout;
        this._sensors = config.sensors;
        this._tokenUrl = config.tokenUrl;
        this._username = config.username;
        this._alias = config.alias;
    }
    get adoptWithin() {
        return this._adoptWithin;
    }
    set adoptWithin(value) {
        this._adoptWithin = value;
    }
    resetAdoptWithin() {
        this._adoptWithin = undefined;
    }
    get adoptWithinInput() {
        return this._adoptWithin;
    }
    get baseUrl() {
        return this._baseUrl;
    }
    set baseUrl(value) {
        this._baseUrl = value;
    }
    resetBaseUrl() {
        this._baseUrl = undefined;
    }
    get baseUrlInput() {
        return this._baseUrl;
    }
    get businessUnits() {
        return this._businessUnits;
    }
    set businessUnits(value) {
        this._businessUnits = value;
    }
    resetBusinessUnits() {
        this._businessUnits = undefined;
    }
    get businessUnitsInput() {
        return this._businessUnits;
    }
    get clientCertificatePem() {
        return this._clientCertificatePem;
    }
    set clientCertificatePem(value) {
        this._clientCertificatePem = value;
    }
    resetClientCertificatePem() {
        this._clientCertificatePem = undefined;
    }
    get clientCertificatePemInput() {
        return this._clientCertificatePem;
    }
    get clientId() {
        return this._clientId;
    }
    set clientId(value) {
        this._clientId = value;
    }
    resetClientId() {
        this._clientId = undefined;
    }
    get clientIdInput() {
        return this._clientId;
    }
    get clientKeyPem() {
        return this._clientKeyPem;
    }
    set clientKeyPem(value) {
        this._clientKeyPem = value;
    }
    resetClientKeyPem() {
        this._clientKeyPem = undefined;
    }
    get clientKeyPemInput() {
        return this._clientKeyPem;
    }
    get clientSecret() {
        return this._clientSecret;
    }
    set clientSecret(value) {
        this._clientSecret = value;
    }
    resetClientSecret() {
        this._clientSecret = undefined;
    }
    get clientSecretInput() {
        return this._clientSecret;
    }
    get customerUri() {
        return this._customerUri;
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
    get maxOrdersPerRun() {
        return this._maxOrdersPerRun;
    }
    set maxOrdersPerRun(value) {
        this._maxOrdersPerRun = value;
    }
    resetMaxOrdersPerRun() {
        this._maxOrdersPerRun = undefined;
    }
    get maxOrdersPerRunInput() {
        return this._maxOrdersPerRun;
    }
    get maxParallelRequests() {
        return this._maxParallelRequests;
    }
    set maxParallelRequests(value) {
        this._maxParallelRequests = value;
    }
    resetMaxParallelRequests() {
        this._maxParallelRequests = undefined;
    }
    get maxParallelRequestsInput() {
        return this._maxParallelRequests;
    }
    get maxRevocationsPerRun() {
        return this._maxRevocationsPerRun;
    }
    set maxRevocationsPerRun(value) {
        this._maxRevocationsPerRun = value;
    }
    resetMaxRevocationsPerRun() {
        this._maxRevocationsPerRun = undefined;
    }
    get maxRevocationsPerRunInput() {
        return this._maxRevocationsPerRun;
    }
    get orderScope() {
        return this._orderScope;
    }
    set orderScope(value) {
        this._orderScope = value;
    }
    resetOrderScope() {
        this._orderScope = undefined;
    }
    get orderScopeInput() {
        return this._orderScope;
    }
    get password() {
        return this._password;
    }
    set password(value) {
        this._password = value;
    }
    resetPassword() {
        this._password = undefined;
    }
    get passwordInput() {
        return this._password;
    }
    get requestTimeout() {
        return this._requestTimeout;
    }
    set requestTimeout(value) {
        this._requestTimeout = value;
    }
    resetRequestTimeout() {
        this._requestTimeout = undefined;
    }
    get requestTimeoutInput() {
        return this._requestTimeout;
    }
    get sensors() {
        return this._sensors;
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
    get tokenUrl() {
        return this._tokenUrl;
    }
    set tokenUrl(value) {
        this._tokenUrl = value;
    }
    resetTokenUrl() {
        this._tokenUrl = undefined;
    }
    get tokenUrlInput() {
        return this._tokenUrl;
    }
    get username() {
        return this._username;
    }
    set username(value) {
        this._username = value;
    }
    resetUsername() {
        this._username = undefined;
    }
    get usernameInput() {
        return this._username;
    }
    get alias() {
        return this._alias;
    }
    set alias(value) {
        this._alias = value;
    }
    resetAlias() {
        this._alias = undefined;
    }
    get aliasInput() {
        return this._alias;
    }
    synthesizeAttributes() {
        return {
            adopt_within: cdktf.stringToTerraform(this._adoptWithin),
            base_url: cdktf.stringToTerraform(this._baseUrl),
            business_units: cdktf.listMapper(cdktf.stringToTerraform, false)(this._businessUnits),
            client_certificate_pem: cdktf.stringToTerraform(this._clientCertificatePem),
            client_id: cdktf.stringToTerraform(this._clientId),
            client_key_pem: cdktf.stringToTerraform(this._clientKeyPem),
            client_secret: cdktf.stringToTerraform(this._clientSecret),
            customer_uri: cdktf.stringToTerraform(this._customerUri),
            max_orders_per_run: cdktf.numberToTerraform(this._maxOrdersPerRun),
            max_parallel_requests: cdktf.numberToTerraform(this._maxParallelRequests),
            max_revocations_per_run: cdktf.numberToTerraform(this._maxRevocationsPerRun),
            order_scope: cdktf.stringToTerraform(this._orderScope),
            password: cdktf.stringToTerraform(this._password),
            request_timeout: cdktf.stringToTerraform(this._requestTimeout),
            sensors: cdktf.listMapper(sectigoProviderSensorsToTerraform, false)(this._sensors),
            token_url: cdktf.stringToTerraform(this._tokenUrl),
            username: cdktf.stringToTerraform(this._username),
            alias: cdktf.stringToTerraform(this._alias),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            adopt_within: {
                value: cdktf.stringToHclTerraform(this._adoptWithin),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            base_url: {
                value: cdktf.stringToHclTerraform(this._baseUrl),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            business_units: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._businessUnits),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            client_certificate_pem: {
                value: cdktf.stringToHclTerraform(this._clientCertificatePem),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_id: {
                value: cdktf.stringToHclTerraform(this._clientId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_key_pem: {
                value: cdktf.stringToHclTerraform(this._clientKeyPem),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_secret: {
                value: cdktf.stringToHclTerraform(this._clientSecret),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            customer_uri: {
                value: cdktf.stringToHclTerraform(this._customerUri),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            max_orders_per_run: {
                value: cdktf.numberToHclTerraform(this._maxOrdersPerRun),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            max_parallel_requests: {
                value: cdktf.numberToHclTerraform(this._maxParallelRequests),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            max_revocations_per_run: {
                value: cdktf.numberToHclTerraform(this._maxRevocationsPerRun),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            order_scope: {
                value: cdktf.stringToHclTerraform(this._orderScope),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            password: {
                value: cdktf.stringToHclTerraform(this._password),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            request_timeout: {
                value: cdktf.stringToHclTerraform(this._requestTimeout),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sensors: {
                value: cdktf.listMapperHcl(sectigoProviderSensorsToHclTerraform, false)(this._sensors),
                isBlock: true,
                type: "list",
                storageClassType: "SectigoProviderSensorsList",
            },
            token_url: {
                value: cdktf.stringToHclTerraform(this._tokenUrl),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            username: {
                value: cdktf.stringToHclTerraform(this._username),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            alias: {
                value: cdktf.stringToHclTerraform(this._alias),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.SectigoProvider = SectigoProvider;
