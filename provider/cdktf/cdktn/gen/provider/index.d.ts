import { Construct } from 'constructs';
import * as cdktn from 'cdktn';
export interface SectigoProviderConfig {
    /**
    * How long after its issue a certificate that an interrupted run ordered is taken over, as a duration like `24h`, which is the default. `0s` takes over nothing: finding one is an error then.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#adopt_within SectigoProvider#adopt_within}
    */
    readonly adoptWithin?: string;
    /**
    * Address of SCM, default `https://cert-manager.com`. Environment: `SECTIGO_BASE_URL`. Hosts outside Sectigo's and loopback must be listed in `SECTIGO_ALLOWED_HOSTS`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#base_url SectigoProvider#base_url}
    */
    readonly baseUrl?: string;
    /**
    * Business units that this configuration may touch; what belongs to another or to none is refused. `SECTIGO_BUSINESS_UNITS`, a list with commas, narrows it further and is never widened by it. A guard against accidents, not against people.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#business_units SectigoProvider#business_units}
    */
    readonly businessUnits?: string[];
    /**
    * Client certificate to sign in with instead of a password, PEM; it must be registered on the administrator. Environment: `SECTIGO_CLIENT_CERTIFICATE`, PEM or the path of a file.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#client_certificate_pem SectigoProvider#client_certificate_pem}
    */
    readonly clientCertificatePem?: string;
    /**
    * OAuth2 client id, to sign in on SCM's Admin host instead of user name and password. Environment: `SECTIGO_CLIENT_ID`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#client_id SectigoProvider#client_id}
    */
    readonly clientId?: string;
    /**
    * Private key of the client certificate, PEM. Environment: `SECTIGO_CLIENT_KEY`, PEM or the path of a file.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#client_key_pem SectigoProvider#client_key_pem}
    */
    readonly clientKeyPem?: string;
    /**
    * Secret of the OAuth2 client. Environment: `SECTIGO_CLIENT_SECRET`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#client_secret SectigoProvider#client_secret}
    */
    readonly clientSecret?: string;
    /**
    * The customer's part of SCM's portal address (`…/customer/<customer_uri>`), passed on unchanged. Environment: `SECTIGO_CUSTOMER_URI`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#customer_uri SectigoProvider#customer_uri}
    */
    readonly customerUri?: string;
    /**
    * Certificates that one run may enroll, renew or replace, default 100. A plan that would order more fails and lists them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#max_orders_per_run SectigoProvider#max_orders_per_run}
    */
    readonly maxOrdersPerRun?: number;
    /**
    * Requests to SCM at the same time, default 8, at most 64.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#max_parallel_requests SectigoProvider#max_parallel_requests}
    */
    readonly maxParallelRequests?: number;
    /**
    * Certificates that one run may revoke, default 25. A plan that would revoke more fails and lists them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#max_revocations_per_run SectigoProvider#max_revocations_per_run}
    */
    readonly maxRevocationsPerRun?: number;
    /**
    * Tells this configuration's orders from those of others that order the same: repository and workspace, such as `github.com/example/infra:prod`. With it an order that an interrupted run left behind is taken over instead of ordered twice, also where the key is made here. Environment: `SECTIGO_ORDER_SCOPE`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#order_scope SectigoProvider#order_scope}
    */
    readonly orderScope?: string;
    /**
    * The administrator's password. Environment: `SECTIGO_PASSWORD`; that, or an ephemeral variable, keeps it out of plan files.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#password SectigoProvider#password}
    */
    readonly password?: string;
    /**
    * How long one request to SCM may take before it is tried again or given up, as a duration like `30s`, which is the default.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#request_timeout SectigoProvider#request_timeout}
    */
    readonly requestTimeout?: string;
    /**
    * Ways out to SCM by proxies that open tunnels (CONNECT), tried in this order. Without any, requests go straight or by the proxy that `HTTPS_PROXY` names.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#sensors SectigoProvider#sensors}
    */
    readonly sensors?: SectigoProviderSensors[] | cdktn.IResolvable;
    /**
    * Address that exchanges client id and secret for a token, default Sectigo's. Environment: `SECTIGO_TOKEN_URL`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#token_url SectigoProvider#token_url}
    */
    readonly tokenUrl?: string;
    /**
    * Login name of an SCM administrator of type Standard or API. Environment: `SECTIGO_USERNAME`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#username SectigoProvider#username}
    */
    readonly username?: string;
    /**
    * Alias name
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#alias SectigoProvider#alias}
    */
    readonly alias?: string;
}
export interface SectigoProviderSensors {
    /**
    * Address of SCM as seen from the proxy, where it differs from the provider's.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#base_url SectigoProvider#base_url}
    */
    readonly baseUrl?: string;
    /**
    * Authorities trusted beside the usual ones, for the proxy and for what lies behind it, PEM. Since such a proxy can read the credentials, its host must be listed in `SECTIGO_ALLOWED_HOSTS`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#ca_certificates_pem SectigoProvider#ca_certificates_pem}
    */
    readonly caCertificatesPem?: string;
    /**
    * Name that connectors and profiles call it by.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#name SectigoProvider#name}
    */
    readonly name: string;
    /**
    * Password for the proxy.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#proxy_password SectigoProvider#proxy_password}
    */
    readonly proxyPassword?: string;
    /**
    * Address of the proxy, like `http://10.0.0.1:3128`; `https://` for TLS to the proxy itself.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#proxy_url SectigoProvider#proxy_url}
    */
    readonly proxyUrl: string;
    /**
    * User name for the proxy.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#proxy_username SectigoProvider#proxy_username}
    */
    readonly proxyUsername?: string;
}
export declare function sectigoProviderSensorsToTerraform(struct?: SectigoProviderSensors | cdktn.IResolvable): any;
export declare function sectigoProviderSensorsToHclTerraform(struct?: SectigoProviderSensors | cdktn.IResolvable): any;
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs sectigo}
*/
export declare class SectigoProvider extends cdktn.TerraformProvider {
    static readonly tfResourceType = "sectigo";
    /**
    * Generates CDKTN code for importing a SectigoProvider resource upon running "cdktn plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the SectigoProvider to import
    * @param importFromId The id of the existing SectigoProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the SectigoProvider to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider): cdktn.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs sectigo} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options SectigoProviderConfig = {}
    */
    constructor(scope: Construct, id: string, config?: SectigoProviderConfig);
    private _adoptWithin?;
    get adoptWithin(): string | undefined;
    set adoptWithin(value: string | undefined);
    resetAdoptWithin(): void;
    get adoptWithinInput(): string | undefined;
    private _baseUrl?;
    get baseUrl(): string | undefined;
    set baseUrl(value: string | undefined);
    resetBaseUrl(): void;
    get baseUrlInput(): string | undefined;
    private _businessUnits?;
    get businessUnits(): string[] | undefined;
    set businessUnits(value: string[] | undefined);
    resetBusinessUnits(): void;
    get businessUnitsInput(): string[] | undefined;
    private _clientCertificatePem?;
    get clientCertificatePem(): string | undefined;
    set clientCertificatePem(value: string | undefined);
    resetClientCertificatePem(): void;
    get clientCertificatePemInput(): string | undefined;
    private _clientId?;
    get clientId(): string | undefined;
    set clientId(value: string | undefined);
    resetClientId(): void;
    get clientIdInput(): string | undefined;
    private _clientKeyPem?;
    get clientKeyPem(): string | undefined;
    set clientKeyPem(value: string | undefined);
    resetClientKeyPem(): void;
    get clientKeyPemInput(): string | undefined;
    private _clientSecret?;
    get clientSecret(): string | undefined;
    set clientSecret(value: string | undefined);
    resetClientSecret(): void;
    get clientSecretInput(): string | undefined;
    private _customerUri?;
    get customerUri(): string | undefined;
    set customerUri(value: string | undefined);
    resetCustomerUri(): void;
    get customerUriInput(): string | undefined;
    private _maxOrdersPerRun?;
    get maxOrdersPerRun(): number | undefined;
    set maxOrdersPerRun(value: number | undefined);
    resetMaxOrdersPerRun(): void;
    get maxOrdersPerRunInput(): number | undefined;
    private _maxParallelRequests?;
    get maxParallelRequests(): number | undefined;
    set maxParallelRequests(value: number | undefined);
    resetMaxParallelRequests(): void;
    get maxParallelRequestsInput(): number | undefined;
    private _maxRevocationsPerRun?;
    get maxRevocationsPerRun(): number | undefined;
    set maxRevocationsPerRun(value: number | undefined);
    resetMaxRevocationsPerRun(): void;
    get maxRevocationsPerRunInput(): number | undefined;
    private _orderScope?;
    get orderScope(): string | undefined;
    set orderScope(value: string | undefined);
    resetOrderScope(): void;
    get orderScopeInput(): string | undefined;
    private _password?;
    get password(): string | undefined;
    set password(value: string | undefined);
    resetPassword(): void;
    get passwordInput(): string | undefined;
    private _requestTimeout?;
    get requestTimeout(): string | undefined;
    set requestTimeout(value: string | undefined);
    resetRequestTimeout(): void;
    get requestTimeoutInput(): string | undefined;
    private _sensors?;
    get sensors(): SectigoProviderSensors[] | cdktn.IResolvable | undefined;
    set sensors(value: SectigoProviderSensors[] | cdktn.IResolvable | undefined);
    resetSensors(): void;
    get sensorsInput(): SectigoProviderSensors[] | cdktn.IResolvable | undefined;
    private _tokenUrl?;
    get tokenUrl(): string | undefined;
    set tokenUrl(value: string | undefined);
    resetTokenUrl(): void;
    get tokenUrlInput(): string | undefined;
    private _username?;
    get username(): string | undefined;
    set username(value: string | undefined);
    resetUsername(): void;
    get usernameInput(): string | undefined;
    private _alias?;
    get alias(): string | undefined;
    set alias(value: string | undefined);
    resetAlias(): void;
    get aliasInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
