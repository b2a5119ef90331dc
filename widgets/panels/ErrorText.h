#pragma once

#include <QString>

#include "base/Error.h"

namespace isostain {

/// The translated sentence of an error: what failed, on which file, what to do. Without the technical detail, which the
/// window shows apart and only on demand.
QString errorText(const Error& error);

/// The technical detail; empty where there is none.
QString errorDetail(const Error& error);

}
