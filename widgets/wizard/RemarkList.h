#pragma once

#include <vector>

#include <QWidget>

#include "study/StudyCheck.h"

namespace isostain {

/// What may be wrong with the data, a sentence each with an icon that says how bad it is. GUI thread only.
class RemarkList : public QWidget {
    Q_OBJECT

public:
    explicit RemarkList(QWidget* parent = nullptr);

    /// None: says that all is well.
    void showRemarks(const std::vector<StudyRemark>& remarks);
    /// Of all remarks, a line each.
    QStringList texts() const { return m_texts; }

private:
    void add(const QString& icon, const QString& severity, const QString& text);

    QStringList m_texts;
};

}
