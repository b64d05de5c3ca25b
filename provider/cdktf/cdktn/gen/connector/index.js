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
exports.Connector = exports.ConnectorRefOutputReference = exports.ConnectorRefImportOutputReference = exports.ConnectorRefImportFullImportEveryOutputReference = exports.ConnectorRefImportFrequencyOutputReference = exports.ConnectorRefImportAssignmentRulesList = exports.ConnectorRefImportAssignmentRulesOutputReference = exports.ConnectorRefImportAssignmentRulesGroupsList = exports.ConnectorRefImportAssignmentRulesGroupsOutputReference = exports.ConnectorRefImportAssignmentRulesGroupsConditionsList = exports.ConnectorRefImportAssignmentRulesGroupsConditionsOutputReference = exports.ConnectorRefImportAssignmentRulesConditionsList = exports.ConnectorRefImportAssignmentRulesConditionsOutputReference = exports.ConnectorImportOutputReference = exports.ConnectorImportFullImportEveryOutputReference = exports.ConnectorImportFrequencyOutputReference = exports.ConnectorImportAssignmentRulesList = exports.ConnectorImportAssignmentRulesOutputReference = exports.ConnectorImportAssignmentRulesGroupsList = exports.ConnectorImportAssignmentRulesGroupsOutputReference = exports.ConnectorImportAssignmentRulesGroupsConditionsList = exports.ConnectorImportAssignmentRulesGroupsConditionsOutputReference = exports.ConnectorImportAssignmentRulesConditionsList = exports.ConnectorImportAssignmentRulesConditionsOutputReference = void 0;
exports.connectorImportAssignmentRulesConditionsToTerraform = connectorImportAssignmentRulesConditionsToTerraform;
exports.connectorImportAssignmentRulesConditionsToHclTerraform = connectorImportAssignmentRulesConditionsToHclTerraform;
exports.connectorImportAssignmentRulesGroupsConditionsToTerraform = connectorImportAssignmentRulesGroupsConditionsToTerraform;
exports.connectorImportAssignmentRulesGroupsConditionsToHclTerraform = connectorImportAssignmentRulesGroupsConditionsToHclTerraform;
exports.connectorImportAssignmentRulesGroupsToTerraform = connectorImportAssignmentRulesGroupsToTerraform;
exports.connectorImportAssignmentRulesGroupsToHclTerraform = connectorImportAssignmentRulesGroupsToHclTerraform;
exports.connectorImportAssignmentRulesToTerraform = connectorImportAssignmentRulesToTerraform;
exports.connectorImportAssignmentRulesToHclTerraform = connectorImportAssignmentRulesToHclTerraform;
exports.connectorImportFrequencyToTerraform = connectorImportFrequencyToTerraform;
exports.connectorImportFrequencyToHclTerraform = connectorImportFrequencyToHclTerraform;
exports.connectorImportFullImportEveryToTerraform = connectorImportFullImportEveryToTerraform;
exports.connectorImportFullImportEveryToHclTerraform = connectorImportFullImportEveryToHclTerraform;
exports.connectorImportToTerraform = connectorImportToTerraform;
exports.connectorImportToHclTerraform = connectorImportToHclTerraform;
exports.connectorRefImportAssignmentRulesConditionsToTerraform = connectorRefImportAssignmentRulesConditionsToTerraform;
exports.connectorRefImportAssignmentRulesConditionsToHclTerraform = connectorRefImportAssignmentRulesConditionsToHclTerraform;
exports.connectorRefImportAssignmentRulesGroupsConditionsToTerraform = connectorRefImportAssignmentRulesGroupsConditionsToTerraform;
exports.connectorRefImportAssignmentRulesGroupsConditionsToHclTerraform = connectorRefImportAssignmentRulesGroupsConditionsToHclTerraform;
exports.connectorRefImportAssignmentRulesGroupsToTerraform = connectorRefImportAssignmentRulesGroupsToTerraform;
exports.connectorRefImportAssignmentRulesGroupsToHclTerraform = connectorRefImportAssignmentRulesGroupsToHclTerraform;
exports.connectorRefImportAssignmentRulesToTerraform = connectorRefImportAssignmentRulesToTerraform;
exports.connectorRefImportAssignmentRulesToHclTerraform = connectorRefImportAssignmentRulesToHclTerraform;
exports.connectorRefImportFrequencyToTerraform = connectorRefImportFrequencyToTerraform;
exports.connectorRefImportFrequencyToHclTerraform = connectorRefImportFrequencyToHclTerraform;
exports.connectorRefImportFullImportEveryToTerraform = connectorRefImportFullImportEveryToTerraform;
exports.connectorRefImportFullImportEveryToHclTerraform = connectorRefImportFullImportEveryToHclTerraform;
exports.connectorRefImportToTerraform = connectorRefImportToTerraform;
exports.connectorRefImportToHclTerraform = connectorRefImportToHclTerraform;
exports.connectorRefToTerraform = connectorRefToTerraform;
exports.connectorRefToHclTerraform = connectorRefToHclTerraform;
const cdktn = __importStar(require("cdktn"));
function connectorImportAssignmentRulesConditionsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        attribute: cdktn.stringToTerraform(struct.attribute),
        operator: cdktn.stringToTerraform(struct.operator),
        value: cdktn.stringToTerraform(struct.value),
        values: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.values),
    };
}
function connectorImportAssignmentRulesConditionsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        attribute: {
            value: cdktn.stringToHclTerraform(struct.attribute),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        operator: {
            value: cdktn.stringToHclTerraform(struct.operator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktn.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        values: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.values),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ConnectorImportAssignmentRulesConditionsOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._attribute !== undefined) {
            hasAnyValues = true;
            internalValueResult.attribute = this._attribute;
        }
        if (this._operator !== undefined) {
            hasAnyValues = true;
            internalValueResult.operator = this._operator;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        if (this._values !== undefined) {
            hasAnyValues = true;
            internalValueResult.values = this._values;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._attribute = undefined;
            this._operator = undefined;
            this._value = undefined;
            this._values = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._attribute = value.attribute;
            this._operator = value.operator;
            this._value = value.value;
            this._values = value.values;
        }
    }
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    set attribute(value) {
        this._attribute = value;
    }
    resetAttribute() {
        this._attribute = undefined;
    }
    get attributeInput() {
        return this._attribute;
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    set operator(value) {
        this._operator = value;
    }
    resetOperator() {
        this._operator = undefined;
    }
    get operatorInput() {
        return this._operator;
    }
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    get valueInput() {
        return this._value;
    }
    get values() {
        return this.getListAttribute('values');
    }
    set values(value) {
        this._values = value;
    }
    resetValues() {
        this._values = undefined;
    }
    get valuesInput() {
        return this._values;
    }
}
exports.ConnectorImportAssignmentRulesConditionsOutputReference = ConnectorImportAssignmentRulesConditionsOutputReference;
class ConnectorImportAssignmentRulesConditionsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new ConnectorImportAssignmentRulesConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ConnectorImportAssignmentRulesConditionsList = ConnectorImportAssignmentRulesConditionsList;
function connectorImportAssignmentRulesGroupsConditionsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        attribute: cdktn.stringToTerraform(struct.attribute),
        operator: cdktn.stringToTerraform(struct.operator),
        value: cdktn.stringToTerraform(struct.value),
        values: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.values),
    };
}
function connectorImportAssignmentRulesGroupsConditionsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        attribute: {
            value: cdktn.stringToHclTerraform(struct.attribute),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        operator: {
            value: cdktn.stringToHclTerraform(struct.operator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktn.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        values: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.values),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ConnectorImportAssignmentRulesGroupsConditionsOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._attribute !== undefined) {
            hasAnyValues = true;
            internalValueResult.attribute = this._attribute;
        }
        if (this._operator !== undefined) {
            hasAnyValues = true;
            internalValueResult.operator = this._operator;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        if (this._values !== undefined) {
            hasAnyValues = true;
            internalValueResult.values = this._values;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._attribute = undefined;
            this._operator = undefined;
            this._value = undefined;
            this._values = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._attribute = value.attribute;
            this._operator = value.operator;
            this._value = value.value;
            this._values = value.values;
        }
    }
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    set attribute(value) {
        this._attribute = value;
    }
    resetAttribute() {
        this._attribute = undefined;
    }
    get attributeInput() {
        return this._attribute;
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    set operator(value) {
        this._operator = value;
    }
    resetOperator() {
        this._operator = undefined;
    }
    get operatorInput() {
        return this._operator;
    }
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    get valueInput() {
        return this._value;
    }
    get values() {
        return this.getListAttribute('values');
    }
    set values(value) {
        this._values = value;
    }
    resetValues() {
        this._values = undefined;
    }
    get valuesInput() {
        return this._values;
    }
}
exports.ConnectorImportAssignmentRulesGroupsConditionsOutputReference = ConnectorImportAssignmentRulesGroupsConditionsOutputReference;
class ConnectorImportAssignmentRulesGroupsConditionsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new ConnectorImportAssignmentRulesGroupsConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ConnectorImportAssignmentRulesGroupsConditionsList = ConnectorImportAssignmentRulesGroupsConditionsList;
function connectorImportAssignmentRulesGroupsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        conditions: cdktn.listMapper(connectorImportAssignmentRulesGroupsConditionsToTerraform, false)(struct.conditions),
        match: cdktn.stringToTerraform(struct.match),
    };
}
function connectorImportAssignmentRulesGroupsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        conditions: {
            value: cdktn.listMapperHcl(connectorImportAssignmentRulesGroupsConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "ConnectorImportAssignmentRulesGroupsConditionsList",
        },
        match: {
            value: cdktn.stringToHclTerraform(struct.match),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ConnectorImportAssignmentRulesGroupsOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new ConnectorImportAssignmentRulesGroupsConditionsList(this, "conditions", false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._conditions?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.conditions = this._conditions?.internalValue;
        }
        if (this._match !== undefined) {
            hasAnyValues = true;
            internalValueResult.match = this._match;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._conditions.internalValue = undefined;
            this._match = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._conditions.internalValue = value.conditions;
            this._match = value.match;
        }
    }
    get conditions() {
        return this._conditions;
    }
    putConditions(value) {
        this._conditions.internalValue = value;
    }
    resetConditions() {
        this._conditions.internalValue = undefined;
    }
    get conditionsInput() {
        return this._conditions.internalValue;
    }
    get match() {
        return this.getStringAttribute('match');
    }
    set match(value) {
        this._match = value;
    }
    resetMatch() {
        this._match = undefined;
    }
    get matchInput() {
        return this._match;
    }
}
exports.ConnectorImportAssignmentRulesGroupsOutputReference = ConnectorImportAssignmentRulesGroupsOutputReference;
class ConnectorImportAssignmentRulesGroupsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new ConnectorImportAssignmentRulesGroupsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ConnectorImportAssignmentRulesGroupsList = ConnectorImportAssignmentRulesGroupsList;
function connectorImportAssignmentRulesToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        conditions: cdktn.listMapper(connectorImportAssignmentRulesConditionsToTerraform, false)(struct.conditions),
        custom_attributes: cdktn.hashMapper(cdktn.stringToTerraform)(struct.customAttributes),
        groups: cdktn.listMapper(connectorImportAssignmentRulesGroupsToTerraform, false)(struct.groups),
        match: cdktn.stringToTerraform(struct.match),
        name: cdktn.stringToTerraform(struct.name),
        owners: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.owners),
        tags: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.tags),
        version: cdktn.numberToTerraform(struct.version),
    };
}
function connectorImportAssignmentRulesToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        conditions: {
            value: cdktn.listMapperHcl(connectorImportAssignmentRulesConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "ConnectorImportAssignmentRulesConditionsList",
        },
        custom_attributes: {
            value: cdktn.hashMapperHcl(cdktn.stringToHclTerraform)(struct.customAttributes),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        groups: {
            value: cdktn.listMapperHcl(connectorImportAssignmentRulesGroupsToHclTerraform, false)(struct.groups),
            isBlock: true,
            type: "list",
            storageClassType: "ConnectorImportAssignmentRulesGroupsList",
        },
        match: {
            value: cdktn.stringToHclTerraform(struct.match),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        name: {
            value: cdktn.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        owners: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.owners),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        tags: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.tags),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
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
class ConnectorImportAssignmentRulesOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new ConnectorImportAssignmentRulesConditionsList(this, "conditions", false);
        this._groups = new ConnectorImportAssignmentRulesGroupsList(this, "groups", false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._conditions?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.conditions = this._conditions?.internalValue;
        }
        if (this._customAttributes !== undefined) {
            hasAnyValues = true;
            internalValueResult.customAttributes = this._customAttributes;
        }
        if (this._groups?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.groups = this._groups?.internalValue;
        }
        if (this._match !== undefined) {
            hasAnyValues = true;
            internalValueResult.match = this._match;
        }
        if (this._name !== undefined) {
            hasAnyValues = true;
            internalValueResult.name = this._name;
        }
        if (this._owners !== undefined) {
            hasAnyValues = true;
            internalValueResult.owners = this._owners;
        }
        if (this._tags !== undefined) {
            hasAnyValues = true;
            internalValueResult.tags = this._tags;
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
            this._conditions.internalValue = undefined;
            this._customAttributes = undefined;
            this._groups.internalValue = undefined;
            this._match = undefined;
            this._name = undefined;
            this._owners = undefined;
            this._tags = undefined;
            this._version = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._conditions.internalValue = value.conditions;
            this._customAttributes = value.customAttributes;
            this._groups.internalValue = value.groups;
            this._match = value.match;
            this._name = value.name;
            this._owners = value.owners;
            this._tags = value.tags;
            this._version = value.version;
        }
    }
    get conditions() {
        return this._conditions;
    }
    putConditions(value) {
        this._conditions.internalValue = value;
    }
    resetConditions() {
        this._conditions.internalValue = undefined;
    }
    get conditionsInput() {
        return this._conditions.internalValue;
    }
    get customAttributes() {
        return this.getStringMapAttribute('custom_attributes');
    }
    set customAttributes(value) {
        this._customAttributes = value;
    }
    resetCustomAttributes() {
        this._customAttributes = undefined;
    }
    get customAttributesInput() {
        return this._customAttributes;
    }
    get groups() {
        return this._groups;
    }
    putGroups(value) {
        this._groups.internalValue = value;
    }
    resetGroups() {
        this._groups.internalValue = undefined;
    }
    get groupsInput() {
        return this._groups.internalValue;
    }
    get match() {
        return this.getStringAttribute('match');
    }
    set match(value) {
        this._match = value;
    }
    resetMatch() {
        this._match = undefined;
    }
    get matchInput() {
        return this._match;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
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
exports.ConnectorImportAssignmentRulesOutputReference = ConnectorImportAssignmentRulesOutputReference;
class ConnectorImportAssignmentRulesList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new ConnectorImportAssignmentRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ConnectorImportAssignmentRulesList = ConnectorImportAssignmentRulesList;
function connectorImportFrequencyToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        unit: cdktn.stringToTerraform(struct.unit),
        value: cdktn.numberToTerraform(struct.value),
    };
}
function connectorImportFrequencyToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        unit: {
            value: cdktn.stringToHclTerraform(struct.unit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktn.numberToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ConnectorImportFrequencyOutputReference extends cdktn.ComplexObject {
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
        if (this._unit !== undefined) {
            hasAnyValues = true;
            internalValueResult.unit = this._unit;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._unit = undefined;
            this._value = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._unit = value.unit;
            this._value = value.value;
        }
    }
    get unit() {
        return this.getStringAttribute('unit');
    }
    set unit(value) {
        this._unit = value;
    }
    get unitInput() {
        return this._unit;
    }
    get value() {
        return this.getNumberAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    get valueInput() {
        return this._value;
    }
}
exports.ConnectorImportFrequencyOutputReference = ConnectorImportFrequencyOutputReference;
function connectorImportFullImportEveryToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        unit: cdktn.stringToTerraform(struct.unit),
        value: cdktn.numberToTerraform(struct.value),
    };
}
function connectorImportFullImportEveryToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        unit: {
            value: cdktn.stringToHclTerraform(struct.unit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktn.numberToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ConnectorImportFullImportEveryOutputReference extends cdktn.ComplexObject {
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
        if (this._unit !== undefined) {
            hasAnyValues = true;
            internalValueResult.unit = this._unit;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._unit = undefined;
            this._value = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._unit = value.unit;
            this._value = value.value;
        }
    }
    get unit() {
        return this.getStringAttribute('unit');
    }
    set unit(value) {
        this._unit = value;
    }
    get unitInput() {
        return this._unit;
    }
    get value() {
        return this.getNumberAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    get valueInput() {
        return this._value;
    }
}
exports.ConnectorImportFullImportEveryOutputReference = ConnectorImportFullImportEveryOutputReference;
function connectorImportToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        assignment_rules: cdktn.listMapper(connectorImportAssignmentRulesToTerraform, false)(struct.assignmentRules),
        business_unit: cdktn.stringToTerraform(struct.businessUnit),
        business_units_by_organization: cdktn.hashMapper(cdktn.stringToTerraform)(struct.businessUnitsByOrganization),
        certificate_types: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.certificateTypes),
        frequency: connectorImportFrequencyToTerraform(struct.frequency),
        full_import_every: connectorImportFullImportEveryToTerraform(struct.fullImportEvery),
        include_discovered: cdktn.booleanToTerraform(struct.includeDiscovered),
        include_expired: cdktn.booleanToTerraform(struct.includeExpired),
        include_revoked: cdktn.booleanToTerraform(struct.includeRevoked),
        organizations: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.organizations),
        scm_profiles: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.scmProfiles),
        statuses: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.statuses),
    };
}
function connectorImportToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        assignment_rules: {
            value: cdktn.listMapperHcl(connectorImportAssignmentRulesToHclTerraform, false)(struct.assignmentRules),
            isBlock: true,
            type: "list",
            storageClassType: "ConnectorImportAssignmentRulesList",
        },
        business_unit: {
            value: cdktn.stringToHclTerraform(struct.businessUnit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        business_units_by_organization: {
            value: cdktn.hashMapperHcl(cdktn.stringToHclTerraform)(struct.businessUnitsByOrganization),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        certificate_types: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.certificateTypes),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        frequency: {
            value: connectorImportFrequencyToHclTerraform(struct.frequency),
            isBlock: true,
            type: "struct",
            storageClassType: "ConnectorImportFrequency",
        },
        full_import_every: {
            value: connectorImportFullImportEveryToHclTerraform(struct.fullImportEvery),
            isBlock: true,
            type: "struct",
            storageClassType: "ConnectorImportFullImportEvery",
        },
        include_discovered: {
            value: cdktn.booleanToHclTerraform(struct.includeDiscovered),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        include_expired: {
            value: cdktn.booleanToHclTerraform(struct.includeExpired),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        include_revoked: {
            value: cdktn.booleanToHclTerraform(struct.includeRevoked),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        organizations: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.organizations),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        scm_profiles: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.scmProfiles),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        statuses: {
            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(struct.statuses),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ConnectorImportOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._assignmentRules = new ConnectorImportAssignmentRulesList(this, "assignment_rules", false);
        this._frequency = new ConnectorImportFrequencyOutputReference(this, "frequency");
        this._fullImportEvery = new ConnectorImportFullImportEveryOutputReference(this, "full_import_every");
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._assignmentRules?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.assignmentRules = this._assignmentRules?.internalValue;
        }
        if (this._businessUnit !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnit = this._businessUnit;
        }
        if (this._businessUnitsByOrganization !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnitsByOrganization = this._businessUnitsByOrganization;
        }
        if (this._certificateTypes !== undefined) {
            hasAnyValues = true;
            internalValueResult.certificateTypes = this._certificateTypes;
        }
        if (this._frequency?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.frequency = this._frequency?.internalValue;
        }
        if (this._fullImportEvery?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.fullImportEvery = this._fullImportEvery?.internalValue;
        }
        if (this._includeDiscovered !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeDiscovered = this._includeDiscovered;
        }
        if (this._includeExpired !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeExpired = this._includeExpired;
        }
        if (this._includeRevoked !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeRevoked = this._includeRevoked;
        }
        if (this._organizations !== undefined) {
            hasAnyValues = true;
            internalValueResult.organizations = this._organizations;
        }
        if (this._scmProfiles !== undefined) {
            hasAnyValues = true;
            internalValueResult.scmProfiles = this._scmProfiles;
        }
        if (this._statuses !== undefined) {
            hasAnyValues = true;
            internalValueResult.statuses = this._statuses;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._assignmentRules.internalValue = undefined;
            this._businessUnit = undefined;
            this._businessUnitsByOrganization = undefined;
            this._certificateTypes = undefined;
            this._frequency.internalValue = undefined;
            this._fullImportEvery.internalValue = undefined;
            this._includeDiscovered = undefined;
            this._includeExpired = undefined;
            this._includeRevoked = undefined;
            this._organizations = undefined;
            this._scmProfiles = undefined;
            this._statuses = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._assignmentRules.internalValue = value.assignmentRules;
            this._businessUnit = value.businessUnit;
            this._businessUnitsByOrganization = value.businessUnitsByOrganization;
            this._certificateTypes = value.certificateTypes;
            this._frequency.internalValue = value.frequency;
            this._fullImportEvery.internalValue = value.fullImportEvery;
            this._includeDiscovered = value.includeDiscovered;
            this._includeExpired = value.includeExpired;
            this._includeRevoked = value.includeRevoked;
            this._organizations = value.organizations;
            this._scmProfiles = value.scmProfiles;
            this._statuses = value.statuses;
        }
    }
    get assignmentRules() {
        return this._assignmentRules;
    }
    putAssignmentRules(value) {
        this._assignmentRules.internalValue = value;
    }
    resetAssignmentRules() {
        this._assignmentRules.internalValue = undefined;
    }
    get assignmentRulesInput() {
        return this._assignmentRules.internalValue;
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
    get businessUnitsByOrganization() {
        return this.getStringMapAttribute('business_units_by_organization');
    }
    set businessUnitsByOrganization(value) {
        this._businessUnitsByOrganization = value;
    }
    resetBusinessUnitsByOrganization() {
        this._businessUnitsByOrganization = undefined;
    }
    get businessUnitsByOrganizationInput() {
        return this._businessUnitsByOrganization;
    }
    get certificateTypes() {
        return cdktn.Fn.tolist(this.getListAttribute('certificate_types'));
    }
    set certificateTypes(value) {
        this._certificateTypes = value;
    }
    resetCertificateTypes() {
        this._certificateTypes = undefined;
    }
    get certificateTypesInput() {
        return this._certificateTypes;
    }
    get frequency() {
        return this._frequency;
    }
    putFrequency(value) {
        this._frequency.internalValue = value;
    }
    resetFrequency() {
        this._frequency.internalValue = undefined;
    }
    get frequencyInput() {
        return this._frequency.internalValue;
    }
    get fullImportEvery() {
        return this._fullImportEvery;
    }
    putFullImportEvery(value) {
        this._fullImportEvery.internalValue = value;
    }
    resetFullImportEvery() {
        this._fullImportEvery.internalValue = undefined;
    }
    get fullImportEveryInput() {
        return this._fullImportEvery.internalValue;
    }
    get includeDiscovered() {
        return this.getBooleanAttribute('include_discovered');
    }
    set includeDiscovered(value) {
        this._includeDiscovered = value;
    }
    resetIncludeDiscovered() {
        this._includeDiscovered = undefined;
    }
    get includeDiscoveredInput() {
        return this._includeDiscovered;
    }
    get includeExpired() {
        return this.getBooleanAttribute('include_expired');
    }
    set includeExpired(value) {
        this._includeExpired = value;
    }
    resetIncludeExpired() {
        this._includeExpired = undefined;
    }
    get includeExpiredInput() {
        return this._includeExpired;
    }
    get includeRevoked() {
        return this.getBooleanAttribute('include_revoked');
    }
    set includeRevoked(value) {
        this._includeRevoked = value;
    }
    resetIncludeRevoked() {
        this._includeRevoked = undefined;
    }
    get includeRevokedInput() {
        return this._includeRevoked;
    }
    get organizations() {
        return cdktn.Fn.tolist(this.getListAttribute('organizations'));
    }
    set organizations(value) {
        this._organizations = value;
    }
    resetOrganizations() {
        this._organizations = undefined;
    }
    get organizationsInput() {
        return this._organizations;
    }
    get scmProfiles() {
        return cdktn.Fn.tolist(this.getListAttribute('scm_profiles'));
    }
    set scmProfiles(value) {
        this._scmProfiles = value;
    }
    resetScmProfiles() {
        this._scmProfiles = undefined;
    }
    get scmProfilesInput() {
        return this._scmProfiles;
    }
    get statuses() {
        return cdktn.Fn.tolist(this.getListAttribute('statuses'));
    }
    set statuses(value) {
        this._statuses = value;
    }
    resetStatuses() {
        this._statuses = undefined;
    }
    get statusesInput() {
        return this._statuses;
    }
}
exports.ConnectorImportOutputReference = ConnectorImportOutputReference;
function connectorRefImportAssignmentRulesConditionsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function connectorRefImportAssignmentRulesConditionsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class ConnectorRefImportAssignmentRulesConditionsOutputReference extends cdktn.ComplexObject {
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
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    get value() {
        return this.getStringAttribute('value');
    }
    get values() {
        return this.getListAttribute('values');
    }
}
exports.ConnectorRefImportAssignmentRulesConditionsOutputReference = ConnectorRefImportAssignmentRulesConditionsOutputReference;
class ConnectorRefImportAssignmentRulesConditionsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new ConnectorRefImportAssignmentRulesConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ConnectorRefImportAssignmentRulesConditionsList = ConnectorRefImportAssignmentRulesConditionsList;
function connectorRefImportAssignmentRulesGroupsConditionsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function connectorRefImportAssignmentRulesGroupsConditionsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class ConnectorRefImportAssignmentRulesGroupsConditionsOutputReference extends cdktn.ComplexObject {
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
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    get value() {
        return this.getStringAttribute('value');
    }
    get values() {
        return this.getListAttribute('values');
    }
}
exports.ConnectorRefImportAssignmentRulesGroupsConditionsOutputReference = ConnectorRefImportAssignmentRulesGroupsConditionsOutputReference;
class ConnectorRefImportAssignmentRulesGroupsConditionsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new ConnectorRefImportAssignmentRulesGroupsConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ConnectorRefImportAssignmentRulesGroupsConditionsList = ConnectorRefImportAssignmentRulesGroupsConditionsList;
function connectorRefImportAssignmentRulesGroupsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function connectorRefImportAssignmentRulesGroupsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class ConnectorRefImportAssignmentRulesGroupsOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new ConnectorRefImportAssignmentRulesGroupsConditionsList(this, "conditions", false);
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
    get conditions() {
        return this._conditions;
    }
    get match() {
        return this.getStringAttribute('match');
    }
}
exports.ConnectorRefImportAssignmentRulesGroupsOutputReference = ConnectorRefImportAssignmentRulesGroupsOutputReference;
class ConnectorRefImportAssignmentRulesGroupsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new ConnectorRefImportAssignmentRulesGroupsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ConnectorRefImportAssignmentRulesGroupsList = ConnectorRefImportAssignmentRulesGroupsList;
function connectorRefImportAssignmentRulesToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function connectorRefImportAssignmentRulesToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class ConnectorRefImportAssignmentRulesOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new ConnectorRefImportAssignmentRulesConditionsList(this, "conditions", false);
        this._customAttributes = new cdktn.StringMap(this, "custom_attributes");
        this._groups = new ConnectorRefImportAssignmentRulesGroupsList(this, "groups", false);
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
    get conditions() {
        return this._conditions;
    }
    get customAttributes() {
        return this._customAttributes;
    }
    get groups() {
        return this._groups;
    }
    get match() {
        return this.getStringAttribute('match');
    }
    get name() {
        return this.getStringAttribute('name');
    }
    get owners() {
        return cdktn.Fn.tolist(this.getListAttribute('owners'));
    }
    get tags() {
        return cdktn.Fn.tolist(this.getListAttribute('tags'));
    }
    get version() {
        return this.getNumberAttribute('version');
    }
}
exports.ConnectorRefImportAssignmentRulesOutputReference = ConnectorRefImportAssignmentRulesOutputReference;
class ConnectorRefImportAssignmentRulesList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new ConnectorRefImportAssignmentRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ConnectorRefImportAssignmentRulesList = ConnectorRefImportAssignmentRulesList;
function connectorRefImportFrequencyToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function connectorRefImportFrequencyToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class ConnectorRefImportFrequencyOutputReference extends cdktn.ComplexObject {
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
    get unit() {
        return this.getStringAttribute('unit');
    }
    get value() {
        return this.getNumberAttribute('value');
    }
}
exports.ConnectorRefImportFrequencyOutputReference = ConnectorRefImportFrequencyOutputReference;
function connectorRefImportFullImportEveryToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function connectorRefImportFullImportEveryToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class ConnectorRefImportFullImportEveryOutputReference extends cdktn.ComplexObject {
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
    get unit() {
        return this.getStringAttribute('unit');
    }
    get value() {
        return this.getNumberAttribute('value');
    }
}
exports.ConnectorRefImportFullImportEveryOutputReference = ConnectorRefImportFullImportEveryOutputReference;
function connectorRefImportToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function connectorRefImportToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class ConnectorRefImportOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._assignmentRules = new ConnectorRefImportAssignmentRulesList(this, "assignment_rules", false);
        this._businessUnitsByOrganization = new cdktn.StringMap(this, "business_units_by_organization");
        this._frequency = new ConnectorRefImportFrequencyOutputReference(this, "frequency");
        this._fullImportEvery = new ConnectorRefImportFullImportEveryOutputReference(this, "full_import_every");
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
    get assignmentRules() {
        return this._assignmentRules;
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    get businessUnitsByOrganization() {
        return this._businessUnitsByOrganization;
    }
    get certificateTypes() {
        return cdktn.Fn.tolist(this.getListAttribute('certificate_types'));
    }
    get frequency() {
        return this._frequency;
    }
    get fullImportEvery() {
        return this._fullImportEvery;
    }
    get includeDiscovered() {
        return this.getBooleanAttribute('include_discovered');
    }
    get includeExpired() {
        return this.getBooleanAttribute('include_expired');
    }
    get includeRevoked() {
        return this.getBooleanAttribute('include_revoked');
    }
    get organizations() {
        return cdktn.Fn.tolist(this.getListAttribute('organizations'));
    }
    get scmProfiles() {
        return cdktn.Fn.tolist(this.getListAttribute('scm_profiles'));
    }
    get statuses() {
        return cdktn.Fn.tolist(this.getListAttribute('statuses'));
    }
}
exports.ConnectorRefImportOutputReference = ConnectorRefImportOutputReference;
function connectorRefToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function connectorRefToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class ConnectorRefOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._import = new ConnectorRefImportOutputReference(this, "import");
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
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    get customerUri() {
        return this.getStringAttribute('customer_uri');
    }
    get host() {
        return this.getStringAttribute('host');
    }
    get import() {
        return this._import;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    get sensors() {
        return this.getListAttribute('sensors');
    }
    get verify() {
        return this.getBooleanAttribute('verify');
    }
    get version() {
        return this.getNumberAttribute('version');
    }
}
exports.ConnectorRefOutputReference = ConnectorRefOutputReference;
class Connector extends cdktn.TerraformResource {
    static { this.tfResourceType = "sectigo_connector"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_connector", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'sectigo_connector',
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
        this._import = new ConnectorImportOutputReference(this, "import");
        this._ref = new ConnectorRefOutputReference(this, "ref");
        this._businessUnit = config.businessUnit;
        this._import.internalValue = config.import;
        this._managingSensors = config.managingSensors;
        this._name = config.name;
        this._verify = config.verify;
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
    get import() {
        return this._import;
    }
    putImport(value) {
        this._import.internalValue = value;
    }
    resetImport() {
        this._import.internalValue = undefined;
    }
    get importInput() {
        return this._import.internalValue;
    }
    get managingSensors() {
        return this.getListAttribute('managing_sensors');
    }
    set managingSensors(value) {
        this._managingSensors = value;
    }
    resetManagingSensors() {
        this._managingSensors = undefined;
    }
    get managingSensorsInput() {
        return this._managingSensors;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    get nameInput() {
        return this._name;
    }
    get ref() {
        return this._ref;
    }
    get verify() {
        return this.getBooleanAttribute('verify');
    }
    set verify(value) {
        this._verify = value;
    }
    resetVerify() {
        this._verify = undefined;
    }
    get verifyInput() {
        return this._verify;
    }
    synthesizeAttributes() {
        return {
            business_unit: cdktn.stringToTerraform(this._businessUnit),
            import: connectorImportToTerraform(this._import.internalValue),
            managing_sensors: cdktn.listMapper(cdktn.stringToTerraform, false)(this._managingSensors),
            name: cdktn.stringToTerraform(this._name),
            verify: cdktn.booleanToTerraform(this._verify),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            business_unit: {
                value: cdktn.stringToHclTerraform(this._businessUnit),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            import: {
                value: connectorImportToHclTerraform(this._import.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ConnectorImport",
            },
            managing_sensors: {
                value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._managingSensors),
                isBlock: false,
                type: "list",
                storageClassType: "stringList",
            },
            name: {
                value: cdktn.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            verify: {
                value: cdktn.booleanToHclTerraform(this._verify),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Connector = Connector;
