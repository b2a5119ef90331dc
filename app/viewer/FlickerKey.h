#pragma once

#include <QObject>

namespace isostain {

class CompareView;

/// While the space bar is held in the view, the source shows in every pane: the eye finds by the flicker what has changed.
class FlickerKey : public QObject {
    Q_OBJECT

public:
    explicit FlickerKey(CompareView& view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    CompareView& m_view;
};

}
