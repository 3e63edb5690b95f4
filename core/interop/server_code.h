#pragma once

#include "core/data/orm/model.h"
#include "core/nodes/app_server/routes.h"

#include <string>

namespace roundtrip {

/// A route and its handler as a program for that framework has them: Django 4, Flask 2 with
/// SQLAlchemy, Express 5 with Prisma, Rails 7; without a framework, plain Python. For reading
/// beside one another; nothing runs it. `schema`: for ORM expressions, which stay in Django's words
/// without it and where that ORM has no plain way to say them.
[[nodiscard]] std::string serverCode(Framework framework, const Route& route,
                                     const orm::Schema* schema);

} // namespace roundtrip
