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
exports.DataSectigoConnectorStatus = exports.DataSectigoConnectorStatusSensorsList = exports.DataSectigoConnectorStatusSensorsOutputReference = exports.DataSectigoConnectorStatusPrivilegesOutputReference = exports.DataSectigoConnectorStatusConnectorOutputReference = exports.DataSectigoConnectorStatusConnectorImportOutputReference = exports.DataSectigoConnectorStatusConnectorImportFullImportEveryOutputReference = exports.DataSectigoConnectorStatusConnectorImportFrequencyOutputReference = exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesList = exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesOutputReference = exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsList = exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsOutputReference = exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsList = exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsOutputReference = exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsList = exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsOutputReference = void 0;
exports.dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToTerraform = dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToTerraform;
exports.dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToHclTerraform = dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToHclTerraform;
exports.dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToTerraform = dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToTerraform;
exports.dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToHclTerraform = dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToHclTerraform;
exports.dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToTerraform = dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToTerraform;
exports.dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToHclTerraform = dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToHclTerraform;
exports.dataSectigoConnectorStatusConnectorImportAssignmentRulesToTerraform = dataSectigoConnectorStatusConnectorImportAssignmentRulesToTerraform;
exports.dataSectigoConnectorStatusConnectorImportAssignmentRulesToHclTerraform = dataSectigoConnectorStatusConnectorImportAssignmentRulesToHclTerraform;
exports.dataSectigoConnectorStatusConnectorImportFrequencyToTerraform = dataSectigoConnectorStatusConnectorImportFrequencyToTerraform;
exports.dataSectigoConnectorStatusConnectorImportFrequencyToHclTerraform = dataSectigoConnectorStatusConnectorImportFrequencyToHclTerraform;
exports.dataSectigoConnectorStatusConnectorImportFullImportEveryToTerraform = dataSectigoConnectorStatusConnectorImportFullImportEveryToTerraform;
exports.dataSectigoConnectorStatusConnectorImportFullImportEveryToHclTerraform = dataSectigoConnectorStatusConnectorImportFullImportEveryToHclTerraform;
exports.dataSectigoConnectorStatusConnectorImportToTerraform = dataSectigoConnectorStatusConnectorImportToTerraform;
exports.dataSectigoConnectorStatusConnectorImportToHclTerraform = dataSectigoConnectorStatusConnectorImportToHclTerraform;
exports.dataSectigoConnectorStatusConnectorToTerraform = dataSectigoConnectorStatusConnectorToTerraform;
exports.dataSectigoConnectorStatusConnectorToHclTerraform = dataSectigoConnectorStatusConnectorToHclTerraform;
exports.dataSectigoConnectorStatusPrivilegesToTerraform = dataSectigoConnectorStatusPrivilegesToTerraform;
exports.dataSectigoConnectorStatusPrivilegesToHclTerraform = dataSectigoConnectorStatusPrivilegesToHclTerraform;
exports.dataSectigoConnectorStatusSensorsToTerraform = dataSectigoConnectorStatusSensorsToTerraform;
exports.dataSectigoConnectorStatusSensorsToHclTerraform = dataSectigoConnectorStatusSensorsToHclTerraform;
const cdktn = __importStar(require("cdktn"));
function dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToTerraform(struct) {
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
function dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToHclTerraform(struct) {
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
class DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsOutputReference extends cdktn.ComplexObject {
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
exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsOutputReference = DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsOutputReference;
class DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsList = DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsList;
function dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToTerraform(struct) {
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
function dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToHclTerraform(struct) {
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
class DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsOutputReference extends cdktn.ComplexObject {
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
exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsOutputReference = DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsOutputReference;
class DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsList = DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsList;
function dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        conditions: cdktn.listMapper(dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToTerraform, false)(struct.conditions),
        match: cdktn.stringToTerraform(struct.match),
    };
}
function dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        conditions: {
            value: cdktn.listMapperHcl(dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsList",
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
class DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsList(this, "conditions", false);
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
exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsOutputReference = DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsOutputReference;
class DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsList = DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsList;
function dataSectigoConnectorStatusConnectorImportAssignmentRulesToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        conditions: cdktn.listMapper(dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToTerraform, false)(struct.conditions),
        custom_attributes: cdktn.hashMapper(cdktn.stringToTerraform)(struct.customAttributes),
        groups: cdktn.listMapper(dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToTerraform, false)(struct.groups),
        match: cdktn.stringToTerraform(struct.match),
        name: cdktn.stringToTerraform(struct.name),
        owners: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.owners),
        tags: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.tags),
        version: cdktn.numberToTerraform(struct.version),
    };
}
function dataSectigoConnectorStatusConnectorImportAssignmentRulesToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        conditions: {
            value: cdktn.listMapperHcl(dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsList",
        },
        custom_attributes: {
            value: cdktn.hashMapperHcl(cdktn.stringToHclTerraform)(struct.customAttributes),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        groups: {
            value: cdktn.listMapperHcl(dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToHclTerraform, false)(struct.groups),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsList",
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
class DataSectigoConnectorStatusConnectorImportAssignmentRulesOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsList(this, "conditions", false);
        this._groups = new DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsList(this, "groups", false);
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
exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesOutputReference = DataSectigoConnectorStatusConnectorImportAssignmentRulesOutputReference;
class DataSectigoConnectorStatusConnectorImportAssignmentRulesList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new DataSectigoConnectorStatusConnectorImportAssignmentRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoConnectorStatusConnectorImportAssignmentRulesList = DataSectigoConnectorStatusConnectorImportAssignmentRulesList;
function dataSectigoConnectorStatusConnectorImportFrequencyToTerraform(struct) {
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
function dataSectigoConnectorStatusConnectorImportFrequencyToHclTerraform(struct) {
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
class DataSectigoConnectorStatusConnectorImportFrequencyOutputReference extends cdktn.ComplexObject {
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
exports.DataSectigoConnectorStatusConnectorImportFrequencyOutputReference = DataSectigoConnectorStatusConnectorImportFrequencyOutputReference;
function dataSectigoConnectorStatusConnectorImportFullImportEveryToTerraform(struct) {
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
function dataSectigoConnectorStatusConnectorImportFullImportEveryToHclTerraform(struct) {
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
class DataSectigoConnectorStatusConnectorImportFullImportEveryOutputReference extends cdktn.ComplexObject {
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
exports.DataSectigoConnectorStatusConnectorImportFullImportEveryOutputReference = DataSectigoConnectorStatusConnectorImportFullImportEveryOutputReference;
function dataSectigoConnectorStatusConnectorImportToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        assignment_rules: cdktn.listMapper(dataSectigoConnectorStatusConnectorImportAssignmentRulesToTerraform, false)(struct.assignmentRules),
        business_unit: cdktn.stringToTerraform(struct.businessUnit),
        business_units_by_organization: cdktn.hashMapper(cdktn.stringToTerraform)(struct.businessUnitsByOrganization),
        certificate_types: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.certificateTypes),
        frequency: dataSectigoConnectorStatusConnectorImportFrequencyToTerraform(struct.frequency),
        full_import_every: dataSectigoConnectorStatusConnectorImportFullImportEveryToTerraform(struct.fullImportEvery),
        include_discovered: cdktn.booleanToTerraform(struct.includeDiscovered),
        include_expired: cdktn.booleanToTerraform(struct.includeExpired),
        include_revoked: cdktn.booleanToTerraform(struct.includeRevoked),
        organizations: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.organizations),
        scm_profiles: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.scmProfiles),
        statuses: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.statuses),
    };
}
function dataSectigoConnectorStatusConnectorImportToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        assignment_rules: {
            value: cdktn.listMapperHcl(dataSectigoConnectorStatusConnectorImportAssignmentRulesToHclTerraform, false)(struct.assignmentRules),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoConnectorStatusConnectorImportAssignmentRulesList",
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
            value: dataSectigoConnectorStatusConnectorImportFrequencyToHclTerraform(struct.frequency),
            isBlock: true,
            type: "struct",
            storageClassType: "DataSectigoConnectorStatusConnectorImportFrequency",
        },
        full_import_every: {
            value: dataSectigoConnectorStatusConnectorImportFullImportEveryToHclTerraform(struct.fullImportEvery),
            isBlock: true,
            type: "struct",
            storageClassType: "DataSectigoConnectorStatusConnectorImportFullImportEvery",
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
class DataSectigoConnectorStatusConnectorImportOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._assignmentRules = new DataSectigoConnectorStatusConnectorImportAssignmentRulesList(this, "assignment_rules", false);
        this._frequency = new DataSectigoConnectorStatusConnectorImportFrequencyOutputReference(this, "frequency");
        this._fullImportEvery = new DataSectigoConnectorStatusConnectorImportFullImportEveryOutputReference(this, "full_import_every");
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
exports.DataSectigoConnectorStatusConnectorImportOutputReference = DataSectigoConnectorStatusConnectorImportOutputReference;
function dataSectigoConnectorStatusConnectorToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        business_unit: cdktn.stringToTerraform(struct.businessUnit),
        customer_uri: cdktn.stringToTerraform(struct.customerUri),
        host: cdktn.stringToTerraform(struct.host),
        import: dataSectigoConnectorStatusConnectorImportToTerraform(struct.import),
        name: cdktn.stringToTerraform(struct.name),
        sensors: cdktn.listMapper(cdktn.stringToTerraform, false)(struct.sensors),
        verify: cdktn.booleanToTerraform(struct.verify),
        version: cdktn.numberToTerraform(struct.version),
    };
}
function dataSectigoConnectorStatusConnectorToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        business_unit: {
            value: cdktn.stringToHclTerraform(struct.businessUnit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        customer_uri: {
            value: cdktn.stringToHclTerraform(struct.customerUri),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        host: {
            value: cdktn.stringToHclTerraform(struct.host),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        import: {
            value: dataSectigoConnectorStatusConnectorImportToHclTerraform(struct.import),
            isBlock: true,
            type: "struct",
            storageClassType: "DataSectigoConnectorStatusConnectorImport",
        },
        name: {
            value: cdktn.stringToHclTerraform(struct.name),
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
        verify: {
            value: cdktn.booleanToHclTerraform(struct.verify),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
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
class DataSectigoConnectorStatusConnectorOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._import = new DataSectigoConnectorStatusConnectorImportOutputReference(this, "import");
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._businessUnit !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnit = this._businessUnit;
        }
        if (this._customerUri !== undefined) {
            hasAnyValues = true;
            internalValueResult.customerUri = this._customerUri;
        }
        if (this._host !== undefined) {
            hasAnyValues = true;
            internalValueResult.host = this._host;
        }
        if (this._import?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.import = this._import?.internalValue;
        }
        if (this._name !== undefined) {
            hasAnyValues = true;
            internalValueResult.name = this._name;
        }
        if (this._sensors !== undefined) {
            hasAnyValues = true;
            internalValueResult.sensors = this._sensors;
        }
        if (this._verify !== undefined) {
            hasAnyValues = true;
            internalValueResult.verify = this._verify;
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
            this._businessUnit = undefined;
            this._customerUri = undefined;
            this._host = undefined;
            this._import.internalValue = undefined;
            this._name = undefined;
            this._sensors = undefined;
            this._verify = undefined;
            this._version = undefined;
        }
        else if (cdktn.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._businessUnit = value.businessUnit;
            this._customerUri = value.customerUri;
            this._host = value.host;
            this._import.internalValue = value.import;
            this._name = value.name;
            this._sensors = value.sensors;
            this._verify = value.verify;
            this._version = value.version;
        }
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
exports.DataSectigoConnectorStatusConnectorOutputReference = DataSectigoConnectorStatusConnectorOutputReference;
function dataSectigoConnectorStatusPrivilegesToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function dataSectigoConnectorStatusPrivilegesToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class DataSectigoConnectorStatusPrivilegesOutputReference extends cdktn.ComplexObject {
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
    get granted() {
        return this.getListAttribute('granted');
    }
    get missing() {
        return this.getListAttribute('missing');
    }
    get unverifiable() {
        return this.getListAttribute('unverifiable');
    }
}
exports.DataSectigoConnectorStatusPrivilegesOutputReference = DataSectigoConnectorStatusPrivilegesOutputReference;
function dataSectigoConnectorStatusSensorsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function dataSectigoConnectorStatusSensorsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class DataSectigoConnectorStatusSensorsOutputReference extends cdktn.ComplexObject {
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
    get name() {
        return this.getStringAttribute('name');
    }
    get reason() {
        return this.getStringAttribute('reason');
    }
    get status() {
        return this.getStringAttribute('status');
    }
}
exports.DataSectigoConnectorStatusSensorsOutputReference = DataSectigoConnectorStatusSensorsOutputReference;
class DataSectigoConnectorStatusSensorsList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new DataSectigoConnectorStatusSensorsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoConnectorStatusSensorsList = DataSectigoConnectorStatusSensorsList;
class DataSectigoConnectorStatus extends cdktn.TerraformDataSource {
    static { this.tfResourceType = "sectigo_connector_status"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_connector_status", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'sectigo_connector_status',
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
        this._connector = new DataSectigoConnectorStatusConnectorOutputReference(this, "connector");
        this._privileges = new DataSectigoConnectorStatusPrivilegesOutputReference(this, "privileges");
        this._sensors = new DataSectigoConnectorStatusSensorsList(this, "sensors", false);
        this._connector.internalValue = config.connector;
        this._store = config.store;
    }
    get connector() {
        return this._connector;
    }
    putConnector(value) {
        this._connector.internalValue = value;
    }
    get connectorInput() {
        return this._connector.internalValue;
    }
    get passwordExpires() {
        return this.getStringAttribute('password_expires');
    }
    get privileges() {
        return this._privileges;
    }
    get reason() {
        return this.getStringAttribute('reason');
    }
    get sensors() {
        return this._sensors;
    }
    get status() {
        return this.getStringAttribute('status');
    }
    get store() {
        return this.getStringAttribute('store');
    }
    set store(value) {
        this._store = value;
    }
    resetStore() {
        this._store = undefined;
    }
    get storeInput() {
        return this._store;
    }
    synthesizeAttributes() {
        return {
            connector: dataSectigoConnectorStatusConnectorToTerraform(this._connector.internalValue),
            store: cdktn.stringToTerraform(this._store),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            connector: {
                value: dataSectigoConnectorStatusConnectorToHclTerraform(this._connector.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "DataSectigoConnectorStatusConnector",
            },
            store: {
                value: cdktn.stringToHclTerraform(this._store),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataSectigoConnectorStatus = DataSectigoConnectorStatus;
