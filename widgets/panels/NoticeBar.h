#pragma once

#include <QFrame>

class QLabel;

namespace isostain {

/// A sentence above the view for what went wrong beside the slide itself, e.g. with a profile. Stays until it is closed or
/// replaced; asks for nothing.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// `detail` is technical and shown as a tool tip.
    void showNotice(const QString& text, const QString& detail = {});
    QString text() const;

private:
    QLabel* m_text;
};

}
