/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Role =
  | 'COORDINATOR'
  | 'FUNDER'
  | 'OPERATOR'
  | 'STAFF'
  | 'VOLUNTEER';

export type SetLocaleInput = {
  locale: string;
};

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, displayName: string, locale: string, demo: boolean, current: { id: string, role: Role, organisation: { id: string, name: string } | null, facility: { id: string, name: string, city: string } | null, volunteer: { id: string } | null } } | null };

export type SetLocaleMutationVariables = Exact<{
  input: SetLocaleInput;
}>;


export type SetLocaleMutation = { setLocale:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetLocaleSuccess', viewer: { id: string, locale: string } }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ViewerDocument = {"__meta__":{"hash":"sha256:556053c45ac746d2365c5dcdbbeb1cd6bb2bf91938d7328509eef103680e9fa9"}} as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SetLocaleDocument = {"__meta__":{"hash":"sha256:ced0191c32cc140162a03b588a2e6c4c7d5f1e518c62de04fbd1f43ee7b16bf5"}} as unknown as TypedDocumentString<SetLocaleMutation, SetLocaleMutationVariables>;