#pragma once

#include <QScrollArea>

#include "normalize/StainProfile.h"

class QGridLayout;

namespace isostain {

/// Shows everything in a stain profile (profileFacts()), scrollable; every value can be selected and copied. GUI thread only.
class ProfileInspector : public QScrollArea {
    Q_OBJECT

public:
    explicit ProfileInspector(QWidget* parent = nullptr);

    void setProfile(const StainProfile& profile);
    /// A sentence in place of a profile: what to do, or why there is none.
    void setMessage(const QString& text, const QString& detail = {});

private:
    QGridLayout* begin();
    static void addHeading(QGridLayout* grid, const QString& text, int level);
};

}
