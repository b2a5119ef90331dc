#include "FlickerKey.h"

#include <QKeyEvent>

#include "compare/CompareView.h"

namespace isostain {

FlickerKey::FlickerKey(CompareView& view) : QObject(&view), m_view(view)
{
    view.installEventFilter(this);
}

bool FlickerKey::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() != Qt::Key_Space)
            break;
        if (!key->isAutoRepeat())
            m_view.setSourceHeld(event->type() == QEvent::KeyPress);
        return true;
    }
    case QEvent::FocusOut:
        m_view.setSourceHeld(false);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

}
