"""The published equations of the reference model a second time, for scenario-courses.py. Hours, millimoles, picomoles.

Written from their statement and not from the product. Names are those of
the release. Constants are solved so that the published initial values rest.
"""

from math import tanh

import numpy as np

INPUTS = ["ETGT", "PRPT", "MILK", "FETAL", "FABS"]
NAMES = """PTH S PTmax B AOH P ECCPhos T R HAp PhosGut IntraPO OC ROB1 TGFB TGFBact OBfast OBslow L RNK M N O Q Qbone RX2 CREB BCL2
TERISC DENSC DENCENT DENPER EST GFR BMDls BMDlsDEN BMDfn UCA PRP""".split()
IDX = {n: i for i, n in enumerate(NAMES)}


def initial(p):
    v = {
        "PTH": 53.9,
        "S": 0.5,
        "PTmax": 1,
        "B": 1260,
        "AOH": 126,
        "P": 32.9,
        "ECCPhos": 16.8,
        "T": 1.58471,
        "R": 0.5,
        "HAp": 1,
        "PhosGut": 0.839,
        "IntraPO": 3226,
        "OC": 0.00115398,
        "ROB1": 0.00104122,
        "TGFB": p["Pic0"] * 1000,
        "TGFBact": p["Pic0"],
        "OBfast": p["OBtot0"] * p["FracOBfast"],
        "OBslow": p["OBtot0"] * (1 - p["FracOBfast"]),
        "L": 0.4,
        "RNK": 10,
        "M": p["k3"] * 10 * 0.4 / p["k4"],
        "N": p["k1"] * 4 * 0.4 / p["k2"],
        "O": 4,
        "Q": 100,
        "Qbone": 24900,
        "RX2": 10,
        "CREB": 10,
        "BCL2": 100,
        "TERISC": 0,
        "DENSC": 0,
        "DENCENT": 0,
        "DENPER": 0,
        "EST": 1,
        "GFR": 100 / 16.667,
        "BMDls": 1,
        "BMDlsDEN": 1,
        "BMDfn": 1,
        "UCA": 0,
        "PRP": 0,
    }
    return np.array([float(v[n]) for n in NAMES])


def build(p):
    """constants -> (rhs(t,y,inp,v), outputs(t,y,inp,v)); v = zoledronate release mg/h; inp = dict of inputs at t"""
    y0 = initial(p)
    z = {n: y0[i] for n, i in IDX.items()}
    V1 = p["V1"]
    Cp0 = z["PTH"] / V1
    Ca0 = z["P"] / V1
    Cd0 = z["B"] / V1
    OB0 = z["OBfast"] + z["OBslow"]
    Pic0 = p["Pic0"]
    OC0 = z["OC"]
    M0 = z["M"]
    L0 = z["L"]
    O0 = z["O"]
    ROB0 = z["ROB1"]
    Q0 = z["Q"]
    T0 = z["T"]
    P0 = z["P"]
    T13 = p["CaDay"] / 24 / Q0
    T15 = p["CaDay"] / (24 * P0)
    J14c = OC0 ** p["J14OCgam"] * (p["J14OCmax"] / T13 - 1)

    def rising(F, E, gm):
        # U(Pic0)=Pic0
        c = Pic0**gm * (E / (Pic0 * (1 - F)) - 1)
        return lambda x: F * Pic0 + E * x**gm / (x**gm + c)

    Urob = rising(p["FracPicROB"], p["EmaxPicROB"], p["PicROBgam"])
    Uob = rising(p["FracPicOB"], p["EmaxPicOB"], p["PicOBgam"])
    Uoc = rising(p["FracPicOC"], p["EmaxPicOC"], p["PicOCgam"])
    kb = p["kb"]
    big = kb * OB0 * Pic0 / ROB0
    gk = p["PicOBgamkb"]
    Mu = p["MultPicOBkb"]
    Fr = p["FracPic0kb"]
    h = (Mu - 1) / (Mu - Fr)
    ck = Pic0**gk * (1 / h - 1)
    e0 = p["E0RUNX2kbEffFACT"] * kb
    w = e0 * p["RUNkbMaxFact"]
    gr = p["RUNkbGAM"]
    cr = p["RUNX20"] ** gr * (w / (e0 - kb) - 1)
    h = (1 - p["E0Meff"]) / p["EmaxMeffOC"]
    cm = 1 / h - 1
    gmo = p["kinOCgam"]
    h = (p["E0RANKL"] - 1) / (p["E0RANKL"] - p["EmaxL"])
    gl = p["LsurvOCgam"]
    xl0 = p["k3"] / p["k4"] * L0
    cl = xl0**gl * (1 / h - 1)
    PTH50 = (p["EmaxLpth"] - 1) * Cp0
    kinRNK = p["koutRNK"] * z["RNK"] / Pic0 ** p["kinRNKgam"]
    crx = p["EmaxPTHRX2x"] * Cp0 / (p["RX2Kout0"] - p["E0rx2Kout"]) - Cp0
    ccr = p["EmaxPTHcreb"] * Cp0 / (1 - p["E0crebKin"]) - Cp0
    h = (p["T58"] - 385 / (2 * z["S"] * z["PTmax"])) / (p["T58"] - p["T61"])
    gc = p["T59"]
    c60 = Ca0**gc * (1 / h - 1)
    h = (p["CtriolMax"] - 1) / (p["CtriolMax"] - p["CtriolMin"])
    gp = p["CtriolPTgam"]
    cpt = 1 / h - 1  # relative to Cd0
    gP = p["PhosEffGam"]
    P50 = p["PhosEff50"] ** gP
    mph = (1 - 1 / p["PhosEff0"]) * (1.2**gP + P50) / 1.2**gP
    ga = p["AlphOHgam"]
    Hp = lambda c, ph: c**ga / (p["T67"] ** ga * (ph / 1.2) ** p["PO4inhPTHgam"] + c**ga)
    T66 = 1 / Hp(Cp0, z["ECCPhos"] / V1)
    T35g = p["T35"] ** p["CaPOgam"]
    T29 = T0 * (p["T28"] - p["T310"]) / p["T310"]
    mt = (1 - p["maxTmESTkid"]) / 0.9
    on = p["ageDONE"] - p["menoDUR"]

    def flows(t, y, inp, v):
        s = dict(zip(NAMES, y))
        f = {}
        Cp = s["PTH"] / V1
        Ca = s["P"] / V1
        Ph = s["ECCPhos"] / V1
        Cd = s["B"] / V1
        OB = s["OBfast"] + s["OBslow"]
        EST = s["EST"]
        Ce = Cp + p["epsP"] * s["PRP"]
        Ca1 = Cp + p["epsA"] * s["PRP"]
        OC = s["OC"]
        M = s["M"]
        Tb = s["TGFBact"]
        J14 = (
            T13 * Q0 * (1 - p["FracJ14"])
            + Q0
            * p["FracJ14"]
            * p["J14OCmax"]
            * OC ** p["J14OCgam"]
            / (OC ** p["J14OCgam"] + J14c)
            * ((M / OC) / (M0 / OC0)) ** p["MOCratioGam"]
        )
        J15 = T15 * s["P"] * (1 - p["FracJ15"] + p["FracJ15"] * s["HAp"])
        J14a = p["k14a"] * s["Qbone"]
        J15a = p["k14a"] * (z["Qbone"] / Q0) * s["Q"]
        d = {}
        d["Q"] = J15 - J14 + J14a - J15a
        d["Qbone"] = J15a - J14a
        d["HAp"] = (OB / OB0 - s["HAp"]) / p["HApMRT"]
        J41 = 0.464 * J14
        J42 = 0.464 * J15
        a = p["koutTGF0"] * (s["TGFB"] / z["TGFB"]) ** p["koutTGFGam"] * s["TGFB"] * (OC / OC0) ** p["OCtgfGAM"]
        act = a * EST ** p["tgfbactGAM"]
        d["TGFB"] = p["koutTGF0"] * z["TGFB"] * (OB / OB0) ** p["OBtgfGAM"] * EST ** (-p["tgfbGAM"]) - act
        d["TGFBact"] = act - 1000 * p["koutTGF0"] * Tb
        bo = big / Uob(Tb)
        d["ROB1"] = (kb * OB0 / Pic0) * Urob(Tb) * EST ** (-p["robGAM"]) - bo * s["ROB1"]
        V = Pic0 * (Mu - (Mu - Fr) * Tb**gk / (Tb**gk + ck))
        X = s["BCL2"] - 90 if s["BCL2"] > 105 else 10.0
        kp = e0 * (V / Pic0) * EST ** (-p["E2scalePicB1"]) - w * X**gr / (X**gr + cr)
        ks = p["Frackb"] * kp
        kf = (kb * OB0 - ks * (OB0 - z["OBfast"])) / z["OBfast"]
        d["OBfast"] = bo * s["ROB1"] * p["FracOBfast"] * (kf / kp) - kf * s["OBfast"]
        d["OBslow"] = bo * s["ROB1"] * (1 - p["FracOBfast"]) * p["Frackb"] - ks * s["OBslow"]
        mr = (M / M0) ** gmo
        Moc = p["E0Meff"] + p["EmaxMeffOC"] * mr / (mr + cm)
        xl = (M / 10) ** gl
        Ls = p["E0RANKL"] - (p["E0RANKL"] - p["EmaxL"]) * xl / (xl + cl)
        Ibp = 0.0
        if v > 0:
            q = v ** p["gamBP"]
            Ibp = p["EmaxBP"] * q / (p["EKD50"] ** p["gamBP"] + q)
        d["OC"] = p["Da"] * Pic0 * OC0 * Moc * (1 - Ibp) - p["Da"] * Uoc(Tb) * Ls * OC
        o = (OB / OB0) ** p["OsteoEffectGam"]
        Dm = 1e6 * (s["DENCENT"] / p["DENVC"]) / 150000
        b1 = p["k1"] * s["O"] * s["L"] - p["k2"] * s["N"]
        b3 = p["k3"] * s["RNK"] * s["L"] - p["k4"] * M
        d["L"] = (
            p["koutL"] * L0 * o * p["EmaxLpth"] * Ce / (PTH50 * o + Ce)
            - p["koutL"] * s["L"]
            - b1
            - b3
            - p["kdenosl"] * Dm * s["L"]
        )
        d["RNK"] = kinRNK * Tb ** p["kinRNKgam"] - p["koutRNK"] * s["RNK"] - b3
        d["M"] = b3
        d["N"] = b1
        sr = s["ROB1"] / ROB0
        d["O"] = p["kO"] * O0 * sr * (Ce + p["opgPTH50"] * sr) / (2 * Ce) - b1 - p["kO"] * s["O"]
        d["RX2"] = p["RX2Kout0"] * z["RX2"] - s["RX2"] * (p["E0rx2Kout"] + p["EmaxPTHRX2x"] * Ce / (Ce + crx))
        d["CREB"] = (
            p["crebKout"] * z["CREB"] * (p["E0crebKin"] + p["EmaxPTHcreb"] * Ce / (Ce + ccr)) - p["crebKout"] * s["CREB"]
        )
        d["BCL2"] = p["bcl2Kout"] * (s["CREB"] * s["RX2"] - s["BCL2"])
        cc = (Ca + p["casr"]) ** gc
        sec = 2 * s["S"] * s["PTmax"] * (p["T58"] - (p["T58"] - p["T61"]) * cc / (cc + c60))
        kt = p["TERICL"] / p["TERIVC"]
        d["PTH"] = sec - p["kout"] * s["PTH"] + kt * s["TERISC"] + p["IPTHinf"]
        zz = tanh(p["T71"] * (Cd - 90 * (Ca0 / Ca) ** p["ScaEffGam"]))
        d["S"] = (1 - s["S"]) * p["T70"] * (0.85 * (1 - zz) + 0.15) - s["S"] * p["T70"] * (0.85 * (1 + zz) + 0.15)
        cr_ = (Cd / Cd0) ** gp
        d["PTmax"] = p["PTout"] * (p["CtriolMax"] - (p["CtriolMax"] - p["CtriolMin"]) * cr_ / (cr_ + cpt) - s["PTmax"])
        fp = 1.0 if Ph <= 1.2 else p["PhosEff0"] * (1 - mph * Ph**gP / (Ph**gP + P50))
        d["AOH"] = p["T65"] * T66 * Hp(Ca1, Ph) * fp - p["T64"] * s["AOH"]
        d["B"] = s["AOH"] - p["T69"] * s["B"]
        cg = Cd ** p["CaPOgam"]
        yy = (p["T34"] - p["T33"]) * cg / (cg + T35g)
        d["R"] = (p["T33"] + yy) * (1 - s["R"]) - (p["T34"] - yy) * s["R"]
        T = s["T"]
        R = s["R"]
        J40 = p["T28"] * T / (T + T29) * T * 2 * R / (T + p["T81"]) + p["T87"] * T
        avail = p["OralCa"] * (1 + inp["FABS"]) * p["T77"] * R ** p["T80"] / (R ** p["T80"] + p["T81"] ** p["T80"])
        d["T"] = avail - J40
        tm = 1 - mt + mt * EST
        re = (
            tm
            * (0.3 * s["GFR"] * Ca0 - 0.149997)
            * ((p["Reabs50"] + Ca0) / Ca0)
            * Ca
            / (p["Reabs50"] + Ca)
            * p["T16"]
            * Ce
            / (Ce + (p["T16"] - 1) * Cp0)
        )
        J27 = max(0.0, (2 - p["T7"] * Cd / (Cd + p["T9"])) * (0.3 * s["GFR"] * Ca - re))
        d["P"] = J14 - J15 - J27 + J40 - inp["MILK"] - inp["FETAL"]
        d["UCA"] = J27
        d["PhosGut"] = p["OralPhos"] * p["F12"] - p["T52"] * s["PhosGut"]
        J54 = p["T49"] * Ph
        J56 = p["T55"] * s["IntraPO"]
        J48 = max(0.0, 0.88 * s["GFR"] * (Ph - p["T46"]))
        d["ECCPhos"] = J41 - J42 - J48 + p["T52"] * s["PhosGut"] - J54 + J56
        d["IntraPO"] = J54 - J56
        d["GFR"] = -p["kGFR"] * (s["GFR"] - p["GFRinf"])
        if p["ESTON"] == 1:
            age = p["ageENTER"] + t
            kin = p["koutEST"] * (age / p["ageENTER"]) ** p["ageGAM"]
            if age > on:
                dd = age - on
                kin *= 1 - p["age50"] * dd * dd / ((p["menoDUR"] / 2) ** 2 + dd * dd)
            d["EST"] = kin - p["koutEST"] * EST
        else:
            d["EST"] = p["koutEST"] * (1 + inp["ETGT"] - EST)
        for n, k, go in (
            ("BMDls", "koutBMDls", "gamOCls"),
            ("BMDlsDEN", "koutBMDlsDEN", "gamOClsDEN"),
            ("BMDfn", "koutBMDfn", "gamOCfn"),
        ):
            d[n] = p[k] * ((OB / OB0) ** p["gamOB"] - (OC / OC0) ** p[go] * s[n])
        d["DENSC"] = -p["DENKA"] * s["DENSC"]
        C = s["DENCENT"] / p["DENVC"]
        Cq = s["DENPER"] / p["DENVP"]
        d["DENCENT"] = p["DENKA"] * s["DENSC"] + p["DENQ"] * (Cq - C) - (p["DENCL"] + p["DENVMAX"] / (p["DENKM"] + C)) * C
        d["DENPER"] = p["DENQ"] * (C - Cq)
        d["TERISC"] = -kt * s["TERISC"]
        d["PRP"] = p["kPRP"] * (inp["PRPT"] - s["PRP"])
        out = {
            "PTH_pM": Cp,
            "Ca_mM": Ca,
            "calcitriol_pM": Cd,
            "PO4_mM": Ph,
            "OC_pct": 100 * OC / OC0,
            "OB_pct": 100 * OB / OB0,
            "DEN_ng_per_mL": C,
            "dBMDls_pct": 100 * (s["BMDls"] - 1),
            "dBMDlsDEN_pct": 100 * (s["BMDlsDEN"] - 1),
            "dBMDfn_pct": 100 * (s["BMDfn"] - 1),
            "resorption_mmol_per_d": 24 * J14,
            "formation_mmol_per_d": 24 * J15,
            "absorbedCa_mmol_per_d": 24 * J40,
            "availableCa_mmol_per_d": 24 * avail,
            "urinaryCa_mmol_per_d": 24 * J27,
            "urinaryPO4_mmol_per_d": 24 * J48,
            "absorbedPO4_mmol_per_d": 24 * p["T52"] * s["PhosGut"],
            "zoledronateInhibition_pct": 100 * Ibp,
        }
        return d, out

    def rhs(t, y, inp, v):
        d, _ = flows(t, y, inp, v)
        return [d[n] for n in NAMES]

    def outs(t, y, inp, v):
        _, o = flows(t, y, inp, v)
        return o

    return rhs, outs
