#pragma once

#include "core/data/orm/model.h"
#include "core/data/orm/query_expression.h"

#include <tl/expected.hpp>

#include <string>

namespace roundtrip::orm {

/// The same query as others would write it, for reading side by side; nothing runs it.
///
/// Errors: those of `compile`, and "orm-not-shown" {method or lookup}: that ORM has no plain way to
/// say it, and raw SQL would be written instead. `where` as "column 7".

/// Ruby on Rails 7, ActiveRecord.
tl::expected<std::string, Error> asRails(const Schema& schema, const QueryExpression& query);
/// SQLAlchemy 2.0 with a `session`.
tl::expected<std::string, Error> asSqlAlchemy(const Schema& schema, const QueryExpression& query);
/// Prisma 5 with a client `prisma`.
tl::expected<std::string, Error> asPrisma(const Schema& schema, const QueryExpression& query);

} // namespace roundtrip::orm
