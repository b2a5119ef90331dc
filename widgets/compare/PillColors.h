#pragma once

#include <QColor>

namespace isostain::pill {

/// Of what lies over the picture: text contrast stays above 4.5:1 on black and on white tissue.
inline const QColor kBackground(24, 24, 24, 216);
inline const QColor kText(245, 245, 245);

}
